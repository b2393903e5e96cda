/**
 * The pieces of "he comes" and "he is beside me" in the four languages, as patterns of words in plain form (nearing.ts
 * joins them, and compares by sound). What is no word of these in a message makes it another message.
 */

/**
 * - `lead`: how she knows it, or that she only thinks so; `who`: it is he, or somebody;
 * - `comes`: he comes, came, woke up; `mine`: the same form is of herself ("llego"); `weak`: only with who, how she knows, or
 *   where; `to`: only after how she knows it ("lo escucho venir");
 * - `near`: beside her, at her door; `eyes`: he reads what she writes; `room`: in another room, and `out`: he comes out of it;
 * - `place`, `when`: where and when, and `soon` when it is not yet;
 * - `haste`: she has to stop, cannot speak, asks for silence; `filler`: says nothing by itself.
 */
export type Kind =
  | 'lead'
  | 'who'
  | 'comes'
  | 'mine'
  | 'weak'
  | 'to'
  | 'near'
  | 'eyes'
  | 'room'
  | 'out'
  | 'place'
  | 'when'
  | 'soon'
  | 'haste'
  | 'filler';
export type NearWords = Readonly<Partial<Record<Kind, string>>>;

const QUE = '(?:que|q|k|ke)';
const CELL = '(?: el| mi)? (?:celu|cel|celular|telefono|fono|movil)';
const SHE_WRITES =
  '(?:escriba|escriban|escribas|escribai|conteste|contesten|contestes|contestai|responda|respondan|respondas|hable|hablen|hables|mande|manden|mandes|llame|llamen|llames)';

export const ES: NearWords = {
  lead: `(?:(?:ya|yo) )?(?:(?:lo|la|le|los) )?(?:escucho|siento|oigo|veo|escuche|senti|oi|vi|estoy escuchando|estoy sintiendo|toy escuchando|se escucha|se siente|se oye)(?: (?:${QUE}|como))?|creo ${QUE}|(?:me )?parece ${QUE}|es ${QUE}|${QUE}|por${QUE}|xq|pq|xk|capaz ${QUE}|por la ventana`,
  who: 'el|(?:mi|el|este|ese) (?:ex )?(?:marido|esposo|pareja|pololo|novio|conviviente|viejo|ex|suegro|padrastro|papa|hombre|tipo|weon|desgraciado|maldito)|mi suegra|alguien',
  comes:
    '(?:esta|ta|va|viene|anda|vienen|estan|venia|llega|lo tengo) (?:viniendo|llegando|subiendo|bajando|entrando|volviendo|regresando|acercandose|acercandome|estacionando|estacionandose|despertando|despertandose|levantandose|caminando|saliendo del bano)|(?:se|se me) (?:esta|ta) (?:acercando|despertando|levantando|parando)|(?:esta|ta|debe estar) por (?:llegar|entrar|volver|subir|bajar)|debe estar llegando|va a (?:llegar|venir|entrar|volver)|acaba (?:de|d) (?:llegar|entrar|volver|subir|bajar|despertar|levantarse)|viene|vienen|vuelve|volvio|desperto|(?:se|se me) (?:acerca|acerco|desperto|levanto|asomo)|salio (?:del bano|de la ducha|de la pieza)',
  mine: 'llego|entro|regreso',
  weak: 'llega|llegaron|regresa|subio|sube|bajo|baja|aparecio|se paro|subiendo|bajando|llegando|entrando|caminando|viniendo',
  to: 'venir|llegar|subir|bajar|entrar|volver|acercarse|caminar|estacionarse|estacionar',
  near: '(?:esta|ta|sigue|anda|quedo|lo tengo|la tengo|esta parado|esta sentado) (?:aqui|aca|ahi|al (?:lado|lao)(?: mio| de mi)?|(?:aqui|aca) (?:al|a mi) (?:lado|lao)|a mi (?:lado|lao)|al frente|cerca(?: de mi| mio)?|conmigo|(?:aca|aqui) conmigo|encima|detras(?: mio| de mi)?|mirandome|escuchandome|en la puerta|al otro lado)|(?:esta|ta|sigue|anda) (?:el|mi marido|mi esposo|mi pareja|mi pololo|mi novio|mi conviviente|mi ex|mi viejo) (?:aqui|aca|ahi|al (?:lado|lao)|a mi lado|cerca|conmigo)',
  eyes: `(?:(?:me|nos|te|lo|los|se|la) )?(?:esta|ta|sigue|anda) (?:leyendo|lellendo|leiendo|mirando|viendo|cachando) (?:lo ${QUE} (?:te )?(?:escribo|pongo|mando)|(?:el|este) chat|(?:mis|los) mensajes|(?:mi|la) pantalla|encima(?: mio| mia| de mi)?|(?:por |sobre |arriba de(?:l)? )(?:el |mi |encima)?(?: ?(?:de )?(?:mi )?hombro)?|al lado(?: mio)?|conmigo|todo(?: esto| conmigo)?)|(?:me|nos|te|los|lo|la) (?:esta|ta) leyendo|(?:esta|ta|sigue) leyendo esto|(?:esta|ta|sigue) (?:encima|arriba|al lado)(?: mio| mia| de mi)? (?:leyendo|mirando|viendo)(?: esto| todo| la pantalla)?`,
  room: '(?:esta|ta|anda|sigue) (?:en )?(?:el|la|otra) (?:bano|ducha|pieza|cocina|living|patio|comedor|otra pieza)',
  out: '(?:ya|altiro|al tiro|ahora|luego|pronto) (?:sale|va a salir|vuelve|viene)|(?:sale|va a salir) (?:ya|altiro|al tiro|ahora|luego|pronto)',
  place:
    '(?:por|a|al|en|hacia|para|pa|desde|de|del)? ?(?:la |el |mi |las |los |nuestra )?(?:escalera|escaleras|pasillo|puerta|casa|pieza|dormitorio|habitacion|bano|porton|reja|entrada|cocina|living|cuadra|esquina|auto|moto|camioneta|piso|segundo piso|tercer piso|depto|departamento|edificio|ascensor|patio)|de la calle|de (?:la )?(?:pega|trabajar|turno)|del (?:trabajo|turno)|(?:para|pa|hacia|por) (?:aca|aqui|ca|mi)|paca|donde mi|de vuelta',
  when: 'ahora|ya|ahora ya|altiro|al tiro|al toque|otra vez|de nuevo|aca|aqui|ahi|conmigo|solo|corriendo|rapido|despacio|cerca|mas cerca|recien|en cualquier momento',
  soon: 'luego|pronto|en (?:un|unos|1|un par de|\\d+|cinco|diez|quince|dos|tres) ?(?:rato|ratito|segundo|minuto|minutos|min)?|al trabajo|a la pega|a trabajar|a clases',
  haste: `(?:ahora |aqui |ya |aca |yo )?no (?:te |les )?(?:puedo|pueo|podre)(?: (?:hablar|hablarte|escribir|escribirte|contestar|responder|leer|seguir|seguir escribiendo|hablar mas|escribir mas))?|(?:me )?(?:tengo|debo) (?:${QUE} )?(?:irme|ir|cortar|dejarte|dejarlos|(?:guardar|esconder|soltar|dejar)${CELL})|me (?:voy|fui)|(?:te|los|las) dejo|corto|chao|chau|bye|adios|espera|espere|esperame|esperen|espereme|calla|callate|callense|silencio|sh|ssh|no (?:me |nos )?${SHE_WRITES}(?: (?:mas|nada|mensajes))?|borra(?: todo| esto)?|(?:despues|mas rato|al rato|luego) (?:te |les )?(?:sigo|hablo|escribo|cuento|hablamos|seguimos)|(?:te|les) (?:hablo|escribo|cuento) (?:despues|luego|mas rato|al rato)|hablamos (?:despues|luego|mas rato)`,
  filler:
    'ya|ahora|oye|y|pero|perdon|disculpa|disculpe|ups|uy|ay|oh|oh no|ay no|dios|dios mio|por favor|porfavor|porfa|recien|de nuevo|otra vez|parece|cuidado|ojo|mejor|casi|tambien|amiga|en este momento|por ahora|aqui|aca|mas|bien|ahi',
};

export const EN: NearWords = {
  lead: '(?:i )?(?:can |just )?(?:hear|heard|see|saw)(?: that| him)?|i can hear|(?:i )?think|because|cause|cuz',
  who: 'hes|he is|he|he s|him|(?:my )(?:ex )?(?:husband|boyfriend|partner|bf|hubby|fiance|ex|stepdad)(?: is|s| s)?|(?:someone|somebody)(?: is|s| s)?',
  weak: '(?:just |now |already |almost |about to |gonna |going to |will be |will )*(?:coming|comes|come|came|arriving|arrived|returning|walking|entering|waking|woke|getting|got|pulling|pulled|parking|parked|approaching|walked|entered)(?: (?:back|home|in|up|down|closer|over|here|inside|upstairs|downstairs))*',
  near: '(?:right |now |already |almost |still |just )*(?:here|home|back|beside me|next to me|behind me|near|near me|nearby|close|closer|with me|at the door|at my door|at the gate|outside (?:the|my) (?:door|room|bathroom|bedroom|house)|on the stairs|in the (?:hall|hallway|house|room|driveway)|awake|watching me|looking at me|listening)',
  eyes: '(?:(?:is|s|right|now|still|just|standing|sitting) )*(?:reading|watching|looking at) (?:this|it|along|everything|with me|over my shoulder|my (?:messages|texts|screen|phone)|the (?:screen|chat)|what i (?:write|type|am writing|am typing)|what im (?:writing|typing))',
  place:
    '(?:to|into|in|on|up|down|at|through|from|towards) (?:the |my |our |his )?(?:stairs|hall|hallway|door|front door|house|room|bedroom|bathroom|gate|driveway|garage|elevator|street)|from work|towards me|to me|this way|upstairs|inside',
  when: 'now|right now|already|again|any (?:minute|second|moment)|here|home|back|soon|early',
  haste:
    '(?:i )?(?:cant|cannot|can not|can t) (?:talk|write|text|speak|type|reply|answer)(?: (?:now|right now|here|anymore))?|(?:i )?(?:gotta|got to|have to|need to|must) (?:go|stop|hide)|gtg|brb|bye|wait|quiet|sh|hush|ttyl|talk later|(?:dont|do not|don t) (?:write|text|reply|answer|respond|call|message)(?: me| back)?|delete (?:this|everything)',
  filler: 'now|oh|oh no|no no|sorry|please|god|omg|and|so|but|again|shit|fuck|right now|hey|i|is',
};

export const PT: NearWords = {
  lead: '(?:estou )?(?:ouvindo|ouvi|ouco|escutei|escuto|vendo|vejo|vi)(?: que)?|(?:eu )?acho que|parece que|porque|pq|que',
  who: 'ele|(?:o |meu )(?:ex )?(?:marido|esposo|namorado|companheiro|ex|padrasto)|alguem',
  comes:
    '(?:esta|ta|tah|vem) (?:vindo|chegando|subindo|descendo|entrando|voltando|acordando|se aproximando|estacionando)|chegou|voltou|acabou de (?:chegar|entrar|voltar|acordar)|vai (?:chegar|entrar|voltar)',
  weak: 'vem|entrou|subiu|desceu|acordou|levantou|vindo|subindo|chegando',
  near: '(?:esta|ta|tah|ficou) (?:aqui|(?:aqui )?(?:do|ao) (?:meu )?lado|perto(?: de mim)?|(?:aqui )?comigo|atras(?: de mim)?|na porta|acordado|me olhando|na escada|no corredor)',
  eyes: '(?:esta|ta|tah|fica) (?:lendo|vendo|olhando) (?:isso|isto|tudo|aqui|comigo|a tela|minha tela|(?:as )?minhas mensagens|o que (?:eu )?(?:escrevo|mando)|por cima(?: do meu ombro)?|em cima de mim)',
  place:
    '(?:pra|para|na|no|pela|a|do|da|em) (?:a |o |minha |nossa )?(?:escada|escadas|porta|casa|quarto|corredor|rua|carro|trabalho|servico|banheiro|portao)|(?:as|a) escadas?|pra ca|para ca|pra mim|de volta',
  when: 'aqui|agora|ja|ai|ca|logo|de novo|daqui a pouco',
  haste:
    '(?:agora )?nao (?:posso|consigo) (?:falar|escrever|responder|digitar)(?: (?:agora|mais|aqui))?|(?:eu )?tenho que (?:ir|desligar|parar|sair)|tchau|espera|silencio|nao (?:me )?(?:responda|respondam|escreva|escrevam|mande|mandem|ligue|liguem)(?: (?:agora|mais|nada))?|apaga (?:isso|tudo)',
  filler: 'ja|agora|ai|meu deus|por favor|desculpa|e|mas|nossa|de novo',
};

export const HT: NearWords = {
  lead: '(?:m|mwen) (?:ap )?(?:tande|we|santi|kwe|panse)(?: (?:ke|pa|pye))?|paske|sanble',
  who: 'li|l|mari (?:m|mwen)|menaj (?:m|mwen)|nonm nan|mouche a|msye a|yon moun|moun',
  comes: 'lap (?:vini|vin|antre|rive|monte|desann|tounen|reveye|pwoche)',
  weak: '(?:ap |pral |fek |deja |vin )*(?:vini|vin|antre|rive|monte|desann|tounen|retounen|reveye|leve|pwoche)',
  near: 'la|isit|isit la|la a|toupre|tou pre|pre m|bo kote (?:m|mwen)|(?:avek|ave) (?:m|mwen)|(?:nan|devan|deye) pot la|nan kay la|deye (?:m|mwen)',
  eyes: '(?:lap|ap) (?:li|gade) (?:sa|tout|tout sa|mesaj yo|mesaj mwen|mesaj m|ekran an|telefon nan|telefon mwen|sa (?:m|mwen) (?:ekri|ap ekri)|sou zepol (?:m|mwen))',
  place:
    '(?:nan|sou|devan|deye|bo) (?:mach )?(?:eskalye|pot|kay|lakou|chanm|lari)(?: a| la| lan| m| mwen)?|eskalye a|lakay|kay la',
  when: 'kounye a|kounyea|la|isit|isit la|anko|touswit',
  haste:
    '(?:m|mwen) (?:pa ka|paka) (?:pale|ekri|reponn)(?: (?:kounye a|anko))?|(?:m|mwen) (?:dwe|bezwen) ale|pa (?:reponn|ekri|rele)(?: m| mwen)?|tann|silans|efase (?:sa|tout)',
  filler: 'kounye a|deja|tanpri|mezanmi|bondye|o|e|men|souple|anko',
};
