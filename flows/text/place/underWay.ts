/** She is in what moves: where it goes now, in her words, told once it is known in what she is. */
import type { Move } from './moved.js';
import type { Place } from './place.js';
import { spaced } from '../plain.js';

/** What is kept of her place is a bus, a car or a train; "metro los héroes" is a station. */
export const isMoving = ({ street = '', unit = '' }: Pick<Place, 'street' | 'unit'>): boolean =>
  VEHICLE.test(spaced(`${street} ${unit}`));

/** "Va por Vicuña Mackenna llegando a Irarrázaval", "pasando Ñuble": the way of it, and not his. */
export const tellsWay = (text: string): boolean => WAY.test(spaced(text));

/** "Hacia Valparaíso", "viniendo de Santiago", "al norte", said of a road: on which side of it she is, or where on it. */
export const tellsSide = (text: string): boolean => SIDE.test(spaced(text));
const SIDE =
  /^ (?:(?:voy|vamos|iba|ibamos|venia|veniamos|va|por|en|el|la|al|lado|mano|calzada|pista|sentido|im|i was|going) )*(?:(?:hacia|rumbo a|direccion|sentido|viniendo de|viniendo desde|saliendo de|desde|para|antes de|antes del|despues de|despues del|pasado|pasando|llegando a|llegando al|towards|to|before|after|coming from|vers|anvan|apre) (?:el |la |los |las )?\S.{0,40}|norte|sur|oriente|poniente|costa|cordillera|mar|north|south) $/;

const VEHICLE =
  / (?:metro(?= (?:a|al|hacia|rumbo|direccion|linea|por|llegando|pasando) | $)|micro|bus|colectivo|taxi|uber|didi|auto|camioneta|furgon|camion|tren|moto|car|truck|van|train|onibus|carro|machin|otobis) /;
const WAY =
  /^ (?:(?:ya|ahora|recien|y|now|agora|kounye a) )*(?:(?:va|vamos|vamo|voy|vengo|venimos|esta|estamos|its|it is|were|we are|im|estamos|estou|nou|mwen) )?(?:por|llegando a|llegando al|pasando|cruzando|doblando|bajando|subiendo por|hacia|rumbo a|direccion a|en direccion a|along|passing|crossing|going|heading|driving|passando|chegando|indo|sou wout) (?!(?:favor|mi|mis|ayuda|aqui|aca|ahi|que|eso|la puerta|la ventana) )\S/;

/** "El auto", "su camioneta": in what she is, and nothing of where that is; its road or its town stays. */
export const withoutVehicle = (move: Move | 'unnamed' | null): Move | 'unnamed' | null =>
  move && move !== 'unnamed' && move.underWay && ONLY_VEHICLE.test(spaced(move.at)) ? { ...move, at: '' } : move;
const ONLY_VEHICLE =
  /^ (?:(?:en|in) )?(?:(?:el|la|su|un|una|mi|his|the|a|my) )?(?:autos?|camioneta|camion|furgon|moto|jeep|car|truck|van|pickup|motorbike|carro|machin) $/;
