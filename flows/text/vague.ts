/**
 * A few words in which nothing can be danger by itself: nobody does anything in them, nobody is named, and no word is of
 * fear, hurt, a way out or a thing that kills ("el gas está caro"). However sure a model is of so few, it has only guessed.
 */
import { soundsOf } from './bare.js';
import { soundOf } from './normalise.js';

/** More words than this tell enough for a guess to be one. */
const FEW = 6;

export function isVague(text: string): boolean {
  if (SIGNS.test(text)) return false;
  const sounds = soundsOf(text);
  if (sounds.length === 0 || sounds.length > FEW) return false;
  return !HIS.has(sounds[0]!) && !sounds.some(sound => TELLING.has(sound) || BEGINS.test(sound));
}

/** A knife, a pill or a face that weeps says more than the words beside it; a number may be of a house. */
const SIGNS = /[\p{Extended_Pictographic}\d]/u;

const sounds = (text: string): string[] => text.trim().split(/\s+/).map(soundOf);

/** A sentence that begins so leaves out who he is: "está abriendo", "viene subiendo". */
const HIS: ReadonlySet<string> = new Set(
  sounds(
    'esta ta sta anda viene vino llega llego entra entro tiene sigue va con bajo atras detras is hes shes with under',
  ),
);

/** Whom it is done to, who does it, where and when. */
const TELLING: ReadonlySet<string> = new Set(
  sounds(
    `me m nos le les lo se te ella ellos conmigo yo ex he him his her she they us me hes shes ahi aqui ak aki aca ahora
     ya now here there no nunca not never alla afuera adentro arriba abajo encima cerca outside inside near sos`,
  ),
);

/** How words of him, of a child, of fear, hurt, places to hide and things that kill begin. */
const BEGINS = new RegExp(
  `^(?:${sounds(
    `exmarido marid espos pareja polol conviv novi viejo tipo weon hombre padrastr suegr husband boyfriend partner guy dad
     papa papi padre father hermano brother tio abuelo step alguien someone somebody mama mami madre mom mother
     mied sust terror panic temo tembl asust scar afraid fear terrif fright danger peligr emergen urgen apur rapid help ayu ayd
     aiud auxil socorr salv rescat saque sacar saca venga vengan mand llam call polis carab pac pdi patrull ambulan cops
     mat mata matar muer mori suicid vivir vida live die dying dead kill pastill pill remedi venen cloro cuch knif gun
     pistol arma fierr escop machet hach martill ball bala
     disp peg golp pate pata combo cachet ahorc orc aprie apret cuello neck garganta costill moreti chok strang hit beat punch kick slap hurt dan
     herid sangr blood bleed duel romp quebr empuj tira tiro jala quem kem arde ardi fuego fire acid fosforo bencin parafin chapa
     huel cinturon belt viol abus forz obli rape toc amenaz threat grit scream yell insul enoj furios angry loc curad
     cura borrach drog drunk encerr tranc lock escond hid atrap trap salir escap arranc run huy fug corre amarr tied
     guagua hij nin bebe kid child baby son daugh puert door reja port venta window llave key llegand viniendo
     subiendo suban sube entrando abriendo fuera puso trae candad corvo nosemueve
     sigu follow pers acos stalk vigil espi llor cry ahog respir breath desm conocim despert puente bridge roof techo
     anden riel metro piso suelo cama bano closet pieza auto cort cut sola alone perd embaraz pregn ardien botand botan
     suelt agarr llev deja quit escuch oig siento segur safe`,
  ).join('|')})`,
  'u',
);
