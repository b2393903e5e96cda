/** What a place is to her that is not the one in use, among what she said. */
export const PLACES_ES = {
  'known.place-home': 'Su casa; dijo que no está ahí',
  'known.place-other': 'Casa de otra persona; no dijo que esté ahí',
  'known.place-left': 'Dirección que dio antes; dijo que no está ahí',
  'known.place-before': 'Lugar que dio antes; después dijo otro',
  'known.place-earlier': 'Lugar que dio en una emergencia anterior; no dijo que esté ahí ahora',
  'known.place-writer': 'Donde vive quien escribe; no es donde pasa',
  'known.place-named': 'Otro lugar que nombró; no dijo que esté ahí',
} as const;

export const PLACES_EN: Record<keyof typeof PLACES_ES, string> = {
  'known.place-home': 'Her home; she said that she is not there',
  'known.place-other': "Another's home; she did not say that she is there",
  'known.place-left': 'Address that she gave before; she said that she is not there',
  'known.place-before': 'Place that she gave before; later she said another',
  'known.place-earlier': 'Place that she gave in an earlier emergency; she did not say that she is there now',
  'known.place-writer': 'Where who writes lives; it does not happen there',
  'known.place-named': 'Another place that she named; she did not say that she is there',
};
