/** What people on call read and hear, in their language. Subjects are neutral: they show on a locked screen. */
const ES = {
  subject: 'Guardia: se necesita una persona',
  'subject.test': 'Prueba de la guardia',
  'subject.drill': 'SIMULACRO de la guardia: se necesita una persona',
  drill: 'SIMULACRO: nadie real está en peligro. Responde como lo harías en una emergencia.',
  'why.untaken': 'Nadie ha tomado a {name}, que pidió ayuda a las {since}.',
  'why.unseen': 'Ninguna pantalla muestra a {name}, que pidió ayuda a las {since}.',
  'why.storeless':
    'Alguien pidió ayuda a las {since} y la base de datos no responde: no aparece en la consola. Avisa a quien opera el servicio.',
  'why.test': 'Esto es una prueba de la guardia. No hay ninguna emergencia.',
  acknowledge: 'Confirma aquí que la ves tú:\n{url}',
  console: 'Consola:\n{url}',
  'ack.title': 'Guardia',
  'ack.open': '{name} espera desde las {since}. ¿La ves tú?',
  'ack.button': 'Sí, la veo yo',
  'ack.after':
    'Confirmar no la toma: tómala en la consola. Si en {minutes} minutos nadie la ha tomado, la guardia vuelve a llamar.',
  'ack.done': 'Queda anotado que la ve {by}, a las {at}.',
  'ack.over': 'Esta emergencia ya la tomó alguien, o terminó.',
  'ack.unknown': 'Esta dirección no sirve o es antigua.',
  'ack.console': 'Abrir la consola',
  spoken: 'Cauce: hay una emergencia sin tomar. Marque 1 para confirmar.',
  'spoken.drill':
    'Simulacro. Esto es un simulacro: nadie real está en peligro. Cauce: hay una emergencia sin tomar. Marque 1 para confirmar.',
  'spoken.test': 'Cauce: esto es una prueba de la guardia. No hay ninguna emergencia. Marque 1 para confirmar.',
  'spoken.storeless': 'Cauce: alguien pidió ayuda y la base de datos no responde. Avise a quien opera el servicio.',
  'spoken.again': 'Marque 1 para confirmar.',
  'spoken.done': 'Queda anotado. Tome ahora la emergencia en la consola.',
  'spoken.other': 'Ya la ve otra persona de la guardia. Gracias.',
  'spoken.over': 'Esta emergencia ya la tomó alguien, o terminó. Gracias.',
  'spoken.tested': 'Gracias. La prueba está bien.',
  'spoken.unnoted': 'No se pudo anotar. Marque 1 otra vez, o abra la consola.',
  'spoken.unknown': 'Esta llamada es antigua. Abra la consola.',
};

type Word = keyof typeof ES;

const EN: Record<Word, string> = {
  subject: 'On call: a person is needed',
  'subject.test': 'Test of the on-call list',
  'subject.drill': 'DRILL of the on-call list: a person is needed',
  drill: 'DRILL: nobody real is in danger. Answer as you would in an emergency.',
  'why.untaken': 'Nobody has taken {name}, who asked for help at {since}.',
  'why.unseen': 'No screen shows {name}, who asked for help at {since}.',
  'why.storeless':
    'Somebody asked for help at {since} and the database does not answer: she is not in the console. Tell whoever operates the service.',
  'why.test': 'This is a test of the on-call list. There is no emergency.',
  acknowledge: 'Confirm here that you see to it:\n{url}',
  console: 'Console:\n{url}',
  'ack.title': 'On call',
  'ack.open': '{name} has been waiting since {since}. Do you see to it?',
  'ack.button': 'Yes, I see to it',
  'ack.after':
    'Confirming does not take her: take her in the console. If nobody has within {minutes} minutes, people are called again.',
  'ack.done': 'It is noted that {by} sees to it, at {at}.',
  'ack.over': 'Somebody has taken this emergency already, or it is over.',
  'ack.unknown': 'This address is not valid, or is old.',
  'ack.console': 'Open the console',
  spoken: 'Cauce: there is an emergency that nobody has taken. Press 1 to confirm.',
  'spoken.drill':
    'Drill. This is a drill: nobody real is in danger. Cauce: there is an emergency that nobody has taken. Press 1 to confirm.',
  'spoken.test': 'Cauce: this is a test of the on-call list. There is no emergency. Press 1 to confirm.',
  'spoken.storeless':
    'Cauce: somebody asked for help and the database does not answer. Tell whoever operates the service.',
  'spoken.again': 'Press 1 to confirm.',
  'spoken.done': 'It is noted. Take the emergency in the console now.',
  'spoken.other': 'Somebody else on call sees to it already. Thank you.',
  'spoken.over': 'Somebody has taken this emergency already, or it is over. Thank you.',
  'spoken.tested': 'Thank you. The test is fine.',
  'spoken.unnoted': 'It could not be noted. Press 1 again, or open the console.',
  'spoken.unknown': 'This call is old. Open the console.',
};

/** The words for a key, with `{name}` and the like filled in. */
export const sayTo =
  (locale: 'es' | 'en') =>
  (word: Word, fill: Record<string, string> = {}): string =>
    (locale === 'en' ? EN : ES)[word].replace(/\{(\w+)\}/g, (_, name: string) => fill[name] ?? '');
