/** The short words by which an answer is told from what tells more (weigh.ts): they lead, frame or count, and say nothing by themselves. */
const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
export const LEADS = list(
  'si sip sipo no nop nopo nope nah ya ok okey bueno claro dale obvio nunca po yes yeah yep yup sure sim nao wi oui non',
);
export const NEGATES = list('no nunca nao non');
export const OF_THE_VERB = list('me te se le les lo la los las nos puedo quiero tengo doy soy se');

/** Who, whose and when: around everyday words they tell nothing more. */
export const FRAME = list(
  `a al de del la el las los un una uno y e o con en para por que q k se su sus lo le les nos me te mi mis yo ella el ellos
   ex marido esposo pareja pololo papa mama papi mami padre madre hijo hija hijos hijas niños niñas ninos ninas hermana hermano guagua
   tengo tiene tenemos quiero quiere queremos kiero necesito necesita voy va vamos ir estoy esta estan soy es son da dan
   no ya muy mucho tambien hoy mañana manana pasado lunes martes miercoles jueves viernes sabado domingo meses años semana
   hace minutos rato hora horas sigo par ago minutes hours two three four some still
   hola buenas gracias porfa antes despues dos tres cuatro cinco seis siete ocho nueve diez casa baño bano pieza oficina
   trabajo colegio tarde noche ahora este estos esa ese estas
   i we she they my me her our a an the and to of for in on at not am is are was have has had want wants need will would
   auto camioneta departamento depto cuenta car flat pay pays still
   with husband partner boyfriend ex son daughter kids children mother father mom dad tomorrow today next week monday
   tuesday wednesday thursday friday saturday sunday hi hello please`,
);

export const NOES = list('no nop nope nah not');
export const NOT_YET = list('todavia aun ahora por mejor gracias luego despues yet now later thanks');

export const OF_COUNTS = list(
  `tiene tienen tengo tenemos son es cumplio años anos añitos meses niños ninos niñas ninas hijos hijas hermanos guaguas
   is are has have years year old months kids children he she they`,
);
export const POLITE = list('hola buenas gracias por porfavor porfa porfi porfis favor please pls hi hello thanks');

/** "Él está en la casa", "no quiero ir a la casa": where they are, beside him or a no, is more than a frame. */
export const AT_HOME = list('casa baño bano pieza ahora noche');
export const WITH_HIM = list('el ellos ex marido esposo pareja pololo no viene');

export const OF_TIME: ReadonlySet<string> = new Set(['when', 'not-on', 'hours', 'any-time', 'date']);
export const TIMES = list(
  `a las la de el los desde hasta entre tipo como en por y hoy mañana manana pasado tarde noche dia mediodia lunes martes
   miercoles jueves viernes sabado domingo am pm hora horas hrs at on from to in the today tomorrow morning afternoon
   evening noon monday tuesday wednesday thursday friday saturday sunday`,
);
