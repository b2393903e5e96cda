/**
 * What the one who is not real writes in a drill, after how many seconds: answers in the order in which an emergency asks,
 * at the pace of a hand that shakes, whether or not anybody answers. The address says that it is none, so that whoever
 * reads it aloud by mistake is not sent to a house.
 */
export interface ScriptLine {
  atS: number;
  text: string;
}

const ES: readonly ScriptLine[] = [
  { atS: 24, text: 'Pasaje Simulacro 123, Peñalolén' },
  { atS: 47, text: 'sí, ahí. está golpeando la puerta' },
  { atS: 68, text: 'es mi pareja, está solo' },
  { atS: 90, text: 'no, nadie herido' },
  { atS: 119, text: 'no sé si tiene un arma' },
  { atS: 141, text: 'sí, mi hijo de 4 años está conmigo' },
  { atS: 185, text: 'estoy encerrada en la pieza' },
  { atS: 250, text: 'sigue ahí' },
  { atS: 340, text: 'lo escucho caminar por el patio' },
  { atS: 470, text: 'ya no golpea, pero sigue afuera' },
];

const EN: readonly ScriptLine[] = [
  { atS: 24, text: 'Pasaje Simulacro 123, Peñalolén' },
  { atS: 47, text: 'yes, there. he is banging on the door' },
  { atS: 68, text: 'only him' },
  { atS: 90, text: 'no, nobody is hurt' },
  { atS: 119, text: "I don't know if he has a weapon" },
  { atS: 141, text: 'yes, my son is with me, he is 4' },
  { atS: 185, text: 'I am locked in the bedroom' },
  { atS: 250, text: 'he is still there' },
  { atS: 340, text: 'I can hear him in the yard' },
  { atS: 470, text: 'he stopped banging, but he is still outside' },
];

/** @param word a word of the protocol that calls for help: with it the drill begins */
export const scriptOf = (locale: string, word: string): readonly ScriptLine[] => [
  { atS: 0, text: word },
  ...(locale.startsWith('en') ? EN : ES),
];
