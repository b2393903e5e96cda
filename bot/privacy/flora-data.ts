/**
 * Trees, shrubs and flowers that are known in Chile, for pseudonyms. Left out: those that people are often called
 * (Rosa, Violeta, Romero), so that nobody takes a pseudonym for a name, and those that harm (litre).
 */
export const FLORA = [
  'Abedul', 'Achira', 'Agapanto', 'Álamo', 'Albahaca', 'Alerce', 'Algarrobo', 'Aliso', 'Almendro',
  'Amapola', 'Añañuca', 'Arándano', 'Araucaria', 'Arce', 'Aromo', 'Arrayán', 'Avellano', 'Azahar',
  'Azulillo', 'Bambú', 'Belloto', 'Boldo', 'Botellita', 'Brezo', 'Buganvilla', 'Calafate', 'Caléndula', 'Canelo',
  'Cedro', 'Cedrón', 'Ceibo', 'Cerezo', 'Chagual', 'Chañar', 'Chilco', 'Ciprés', 'Ciruelo', 'Clavel', 'Coicopihue',
  'Coihue', 'Copihue', 'Corcolén', 'Corontillo', 'Crisantemo', 'Damasco', 'Durazno', 'Encina', 'Espino', 'Eucalipto',
  'Fresno', 'Fucsia', 'Girasol', 'Guayacán', 'Guindo', 'Helecho', 'Hibisco', 'Higuera', 'Hinojo', 'Huilli',
  'Huingán', 'Jacarandá', 'Junquillo', 'Laurel', 'Lavanda', 'Lenga', 'Limonero', 'Lingue', 'Lirio',
  'Llareta', 'Lúcumo', 'Luma', 'Madreselva', 'Maitén', 'Mañío', 'Manzanilla', 'Manzano', 'Maqui', 'Michay',
  'Molle', 'Murta', 'Naranjo', 'Ñirre', 'Níspero', 'Notro', 'Olivillo', 'Olivo', 'Olmo', 'Orquídea', 'Palmera',
  'Patagua', 'Peral', 'Petunia', 'Peumo', 'Pimiento', 'Pitao', 'Puya', 'Quebracho', 'Queñoa', 'Queule',
  'Quillay', 'Quisco', 'Radal', 'Raulí', 'Retamo', 'Roble', 'Ruil', 'Sauce', 'Tamarugo', 'Tepa', 'Tepú', 'Tilo',
  'Tineo', 'Tomillo', 'Toronjil', 'Trébol', 'Tulipán', 'Ulmo', 'Verbena', 'Vinca', 'Zarzamora',
] as const;
