/**
 * The 16 regions (with Ñuble, Ley 21.033) and the 346 communes of Chile with their Código Único Territorial. A
 * commune's code is its province's three digits and two more: its place in the list, unless written before the name.
 */

export interface Region {
  /** Two digits: "13". */
  code: string;
  /** ISO 3166-2: "CL-RM". */
  iso: string;
  /** As it is spoken of: "Metropolitana", "Biobío". */
  name: string;
  /** As a law writes it: "Región Metropolitana de Santiago". */
  official: string;
}

/** From north to south, as official lists have them. */
export const REGIONS: readonly Region[] = [
  { code: '15', iso: 'CL-AP', name: 'Arica y Parinacota', official: 'Región de Arica y Parinacota' },
  { code: '01', iso: 'CL-TA', name: 'Tarapacá', official: 'Región de Tarapacá' },
  { code: '02', iso: 'CL-AN', name: 'Antofagasta', official: 'Región de Antofagasta' },
  { code: '03', iso: 'CL-AT', name: 'Atacama', official: 'Región de Atacama' },
  { code: '04', iso: 'CL-CO', name: 'Coquimbo', official: 'Región de Coquimbo' },
  { code: '05', iso: 'CL-VS', name: 'Valparaíso', official: 'Región de Valparaíso' },
  { code: '13', iso: 'CL-RM', name: 'Metropolitana', official: 'Región Metropolitana de Santiago' },
  { code: '06', iso: 'CL-LI', name: "O'Higgins", official: "Región del Libertador General Bernardo O'Higgins" },
  { code: '07', iso: 'CL-ML', name: 'Maule', official: 'Región del Maule' },
  { code: '16', iso: 'CL-NB', name: 'Ñuble', official: 'Región de Ñuble' },
  { code: '08', iso: 'CL-BI', name: 'Biobío', official: 'Región del Biobío' },
  { code: '09', iso: 'CL-AR', name: 'La Araucanía', official: 'Región de La Araucanía' },
  { code: '14', iso: 'CL-LR', name: 'Los Ríos', official: 'Región de Los Ríos' },
  { code: '10', iso: 'CL-LL', name: 'Los Lagos', official: 'Región de Los Lagos' },
  { code: '11', iso: 'CL-AI', name: 'Aysén', official: 'Región de Aysén del General Carlos Ibáñez del Campo' },
  { code: '12', iso: 'CL-MA', name: 'Magallanes', official: 'Región de Magallanes y de la Antártica Chilena' },
];

/** Communes by province (its code is the first three digits of theirs). */
export const PROVINCES: Readonly<Record<string, string>> = {
  '011': 'Iquique, 07 Alto Hospicio',
  '014': 'Pozo Almonte, Camiña, Colchane, Huara, Pica',
  '021': 'Antofagasta, Mejillones, Sierra Gorda, Taltal',
  '022': 'Calama, Ollagüe, San Pedro de Atacama',
  '023': 'Tocopilla, María Elena',
  '031': 'Copiapó, Caldera, Tierra Amarilla',
  '032': 'Chañaral, Diego de Almagro',
  '033': 'Vallenar, Alto del Carmen, Freirina, Huasco',
  '041': 'La Serena, Coquimbo, Andacollo, La Higuera, Paihuano, Vicuña',
  '042': 'Illapel, Canela, Los Vilos, Salamanca',
  '043': 'Ovalle, Combarbalá, Monte Patria, Punitaqui, Río Hurtado',
  '051': 'Valparaíso, Casablanca, Concón, Juan Fernández, Puchuncaví, 07 Quintero, 09 Viña del Mar',
  '052': 'Isla de Pascua',
  '053': 'Los Andes, Calle Larga, Rinconada, San Esteban',
  '054': 'La Ligua, Cabildo, Papudo, Petorca, Zapallar',
  '055': 'Quillota, La Calera, Hijuelas, La Cruz, 06 Nogales',
  '056': 'San Antonio, Algarrobo, Cartagena, El Quisco, El Tabo, Santo Domingo',
  '057': 'San Felipe, Catemu, Llay-Llay, Panquehue, Putaendo, Santa María',
  '058': 'Quilpué, Limache, Olmué, Villa Alemana',
  '061': 'Rancagua, Codegua, Coinco, Coltauco, Doñihue, Graneros, Las Cabras, Machalí, Malloa, Mostazal, Olivar, Peumo, Pichidegua, Quinta de Tilcoco, Rengo, Requínoa, San Vicente',
  '062': 'Pichilemu, La Estrella, Litueche, Marchigüe, Navidad, Paredones',
  '063': 'San Fernando, Chépica, Chimbarongo, Lolol, Nancagua, Palmilla, Peralillo, Placilla, Pumanque, Santa Cruz',
  '071': 'Talca, Constitución, Curepto, Empedrado, Maule, Pelarco, Pencahue, Río Claro, San Clemente, San Rafael',
  '072': 'Cauquenes, Chanco, Pelluhue',
  '073': 'Curicó, Hualañé, Licantén, Molina, Rauco, Romeral, Sagrada Familia, Teno, Vichuquén',
  '074': 'Linares, Colbún, Longaví, Parral, Retiro, San Javier, Villa Alegre, Yerbas Buenas',
  '081': 'Concepción, Coronel, Chiguayante, Florida, Hualqui, Lota, Penco, San Pedro de la Paz, Santa Juana, Talcahuano, Tomé, Hualpén',
  '082': 'Lebu, Arauco, Cañete, Contulmo, Curanilahue, Los Álamos, Tirúa',
  '083': 'Los Ángeles, Antuco, Cabrero, Laja, Mulchén, Nacimiento, Negrete, Quilaco, Quilleco, San Rosendo, Santa Bárbara, Tucapel, Yumbel, Alto Biobío',
  '091': 'Temuco, Carahue, Cunco, Curarrehue, Freire, Galvarino, Gorbea, Lautaro, Loncoche, Melipeuco, Nueva Imperial, Padre Las Casas, Perquenco, Pitrufquén, Pucón, Saavedra, Teodoro Schmidt, Toltén, Vilcún, Villarrica, Cholchol',
  '092': 'Angol, Collipulli, Curacautín, Ercilla, Lonquimay, Los Sauces, Lumaco, Purén, Renaico, Traiguén, Victoria',
  '101': 'Puerto Montt, Calbuco, Cochamó, Fresia, Frutillar, Los Muermos, Llanquihue, Maullín, Puerto Varas',
  '102': 'Castro, Ancud, Chonchi, Curaco de Vélez, Dalcahue, Puqueldón, Queilén, Quellón, Quemchi, Quinchao',
  '103': 'Osorno, Puerto Octay, Purranque, Puyehue, Río Negro, San Juan de la Costa, San Pablo',
  '104': 'Chaitén, Futaleufú, Hualaihué, Palena',
  '111': 'Coyhaique, Lago Verde',
  '112': 'Aysén, Cisnes, Guaitecas',
  '113': "Cochrane, O'Higgins, Tortel",
  '114': 'Chile Chico, Río Ibáñez',
  '121': 'Punta Arenas, Laguna Blanca, Río Verde, San Gregorio',
  '122': 'Cabo de Hornos, Antártica',
  '123': 'Porvenir, Primavera, Timaukel',
  '124': 'Natales, Torres del Paine',
  '131': 'Santiago, Cerrillos, Cerro Navia, Conchalí, El Bosque, Estación Central, Huechuraba, Independencia, La Cisterna, La Florida, La Granja, La Pintana, La Reina, Las Condes, Lo Barnechea, Lo Espejo, Lo Prado, Macul, Maipú, Ñuñoa, Pedro Aguirre Cerda, Peñalolén, Providencia, Pudahuel, Quilicura, Quinta Normal, Recoleta, Renca, San Joaquín, San Miguel, San Ramón, Vitacura',
  '132': 'Puente Alto, Pirque, San José de Maipo',
  '133': 'Colina, Lampa, Tiltil',
  '134': 'San Bernardo, Buin, Calera de Tango, Paine',
  '135': 'Melipilla, Alhué, Curacaví, María Pinto, San Pedro',
  '136': 'Talagante, El Monte, Isla de Maipo, Padre Hurtado, Peñaflor',
  '141': 'Valdivia, Corral, Lanco, Los Lagos, Máfil, Mariquina, Paillaco, Panguipulli',
  '142': 'La Unión, Futrono, Lago Ranco, Río Bueno',
  '151': 'Arica, Camarones',
  '152': 'Putre, General Lagos',
  '161': 'Chillán, Bulnes, Chillán Viejo, El Carmen, Pemuco, Pinto, Quillón, San Ignacio, Yungay',
  '162': 'Quirihue, Cobquecura, Coelemu, Ninhue, Portezuelo, Ránquil, Treguaco',
  '163': 'San Carlos, Coihueco, Ñiquén, San Fabián, San Nicolás',
};

/** Other ways to name a commune: short, old, or by its main town. */
export const ALIASES: Readonly<Record<string, string>> = {
  stgo: 'Santiago', 'santiago centro': 'Santiago', 'stgo centro': 'Santiago', viña: 'Viña del Mar', valpo: 'Valparaíso', valpa: 'Valparaíso',
  conce: 'Concepción', antofa: 'Antofagasta', calera: 'La Calera', llaillay: 'Llay-Llay', 'til til': 'Tiltil', coihaique: 'Coyhaique', pac: 'Pedro Aguirre Cerda',
  pintana: 'La Pintana', condes: 'Las Condes', barnechea: 'Lo Barnechea', aisen: 'Aysén', 'puerto aysen': 'Aysén', 'puerto aisen': 'Aysén', 'puerto natales': 'Natales', 'puerto williams': 'Cabo de Hornos', 'hanga roa': 'Isla de Pascua', 'rapa nui': 'Isla de Pascua', 'puerto cisnes': 'Cisnes',
  "villa o'higgins": "O'Higgins", marchihue: 'Marchigüe', paiguano: 'Paihuano', trehuaco: 'Treguaco', 'san jose de la mariquina': 'Mariquina',
  'san francisco de mostazal': 'Mostazal', 'san vicente de tagua tagua': 'San Vicente', 'puerto saavedra': 'Saavedra', imperial: 'Nueva Imperial', quisco: 'El Quisco', tabo: 'El Tabo', vilos: 'Los Vilos', muermos: 'Los Muermos',
  'est central': 'Estación Central', 'estac central': 'Estación Central', 'est ctral': 'Estación Central', 'estacion ctral': 'Estación Central', 'pta arenas': 'Punta Arenas',
  'qta normal': 'Quinta Normal', 'pdte aguirre cerda': 'Pedro Aguirre Cerda', 'p aguirre cerda': 'Pedro Aguirre Cerda', 'v alemana': 'Villa Alemana',
  'alto bio bio': 'Alto Biobío', 'robinson crusoe': 'Juan Fernández', 'cajon del maipo': 'San José de Maipo',
};

/** Names typed without their article, which are words alone: only where nothing but a place is said, or right after a house. */
export const UNARTICLED: Readonly<Record<string, string>> = {
  florida: 'La Florida', cisterna: 'La Cisterna', granja: 'La Granja', reina: 'La Reina', serena: 'La Serena', union: 'La Unión', ligua: 'La Ligua', estrella: 'La Estrella', cruz: 'La Cruz',
  higuera: 'La Higuera', espejo: 'Lo Espejo', prado: 'Lo Prado', bosque: 'El Bosque', monte: 'El Monte', angeles: 'Los Ángeles', andes: 'Los Andes',
};

/** Towns and quarters by the commune they lie in: she writes what she calls her place. None is a word or a street's usual name. */
export const LOCALITIES: Readonly<Record<string, string>> = {
  Panguipulli: 'coñaripe, liquiñe, neltume, choshuenco', Villarrica: 'licanray, lican ray', Temuco: 'labranza', 'Puerto Montt': 'alerce sur', Puyehue: 'entre lagos',
  'Viña del Mar': 'reñaca, achupallas', Valparaíso: 'curauma, placilla de peñuelas', 'Villa Alemana': 'peñablanca, peña blanca', Puchuncaví: 'maitencillo, horcon', 'El Quisco': 'isla negra',
  'San Antonio': 'llolleo, lo gallardo', Lampa: 'batuco, valle grande', Colina: 'chicureo', Paine: 'champa', Buin: 'linderos, alto jahuel', 'Puente Alto': 'bajos de mena', Melipilla: 'pomaire, bollenar',
  'Lo Barnechea': 'farellones', Coquimbo: 'tongoy, guanaqueros', Paihuano: 'pisco elqui', Calama: 'chuquicamata', Caldera: 'bahia inglesa', Taltal: 'paposo',
  'San Pedro de la Paz': 'boca sur', Penco: 'lirquen', Tomé: 'dichato', Licantén: 'iloca', Pelluhue: 'curanipe', Paredones: 'bucalemu', Arica: 'azapa',
};

/** How words of a name are written short. */
export const SHORT: Readonly<Record<string, string>> = { pte: 'puente', pto: 'puerto', sn: 'san', sta: 'santa', sto: 'santo' };

/** Communes whose name is an ordinary word: in a sentence they count only where an address stands ("calle Uno 12, Navidad"). */
export const WORDS: readonly string[] = [
  'Canela', 'Caldera', 'La Cruz', 'Nogales', 'Algarrobo', 'Olivar', 'La Estrella', 'Navidad', 'Paredones', 'Palmilla', 'Placilla', 'Constitución', 'Empedrado', 'Sagrada Familia', 'Parral',
  'Retiro', 'Coronel', 'Los Álamos', 'Laja', 'Nacimiento', 'Los Sauces', 'Victoria', 'Porvenir', 'Primavera', 'Independencia', 'La Granja', 'La Reina', 'Providencia', 'El Bosque', 'Colina',
  'El Monte', 'Corral', 'Los Lagos', 'La Unión', 'Pica', 'Cisnes', 'Camarones', 'La Higuera', 'Rinconada', 'Calle Larga', 'Tomé', 'Antártica', 'Florida', 'Portezuelo', 'Río Negro', 'Río Claro',
  'Río Verde', 'Lago Verde', 'Cerrillos', 'Villa Alegre', 'La Calera', 'Cabrero', 'Los Andes', 'Los Ángeles', 'Recoleta', 'Romeral', 'Negrete', 'Pinto', 'Santa Cruz', 'Cabildo', 'Maule', 'Palena',
];

/** Communes whose name is also a person's or a usual street's: sure after "en" or in an address, otherwise perhaps. */
export const NAMES: readonly string[] = [
  'Santiago', 'Salamanca', 'Casablanca', 'San Antonio', 'Cartagena', 'Santo Domingo', 'San Felipe', 'Santa María', 'San Vicente', 'San Fernando', 'San Clemente', 'San Rafael', 'Molina', 'San Javier',
  'Concepción', 'Santa Juana', 'Arauco', 'Santa Bárbara', 'Tucapel', 'Freire', 'Galvarino', 'Lautaro', 'Saavedra', 'Castro', 'San Pablo', 'Cochrane', "O'Higgins", 'San Gregorio', 'San Joaquín',
  'San Miguel', 'San Ramón', 'San Bernardo', 'Paine', 'San Pedro', 'Bulnes', 'El Carmen', 'San Ignacio', 'Yungay', 'San Carlos', 'San Nicolás', 'San Fabián', 'San Esteban', 'Quintero', 'Cañete',
  'Ercilla', 'Valdivia', 'Natales', 'María Elena', 'María Pinto', 'Padre Hurtado', 'Maipú', 'San Rosendo', 'Nueva Imperial', 'Diego de Almagro', 'Pedro Aguirre Cerda', 'Teodoro Schmidt', 'Renca',
  'Linares', 'Vicuña', 'Fresia', 'Ovalle',
];
