/** How people on call were called, and what became of their telephones, in the timeline of an emergency. */
const ES = {
  'line.way.unknown': 'otra vía',
  'line.way.email': 'correo',
  'line.way.email-unset': 'correo sin configurar',
  'line.way.webhook': 'aviso a su sistema',
  'line.way.call': 'teléfono',
  'line.way.call-unset': 'teléfono sin configurar',
  'line.phone.unknown': 'sin respuesta',
  'line.phone.busy': 'ocupado',
  'line.phone.no-answer': 'no contestó',
  'line.phone.answered': 'contestaron y nadie confirmó',
  'line.phone.failed': 'la llamada no se pudo hacer',
  'line.phone.hung-up': 'dejó de sonar: ya no hacía falta',
};

const EN: Record<keyof typeof ES, string> = {
  'line.way.unknown': 'another way',
  'line.way.email': 'e-mail',
  'line.way.email-unset': 'e-mail not set up',
  'line.way.webhook': 'notice to her system',
  'line.way.call': 'telephone',
  'line.way.call-unset': 'telephone not set up',
  'line.phone.unknown': 'no answer',
  'line.phone.busy': 'busy',
  'line.phone.no-answer': 'not answered',
  'line.phone.answered': 'answered, and nobody confirmed',
  'line.phone.failed': 'the call could not be made',
  'line.phone.hung-up': 'stopped ringing: it was not needed any more',
};

export const ON_CALL = { es: ES, en: EN };
