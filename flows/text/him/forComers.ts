/**
 * What she tells of those who are to come, or came: why they must not ("no vengan, está armado", "dice que si ve pacos me
 * mata"), and that they were no help ("vinieron, nadie abrió y se fueron", "pasaron de largo", "está la patrulla afuera pero no
 * entran"). The first takes nothing back, and the second says nothing of whether there is danger still: both are news for
 * whoever calls or goes.
 */
import { lately } from '../lately.js';
import { spaced } from '../plain.js';

const NOT_COMING = new RegExp(
  ` (?:${[
    'no (?:(?:quiero|kiero) (?:que|q|k) )?(?:me |nos |lo |le )?(?:vengan|venga|vayan|manden|mande|mandes|envien|envie|lleguen|llegue|llamen|llame|llames|avisen|aparezcan|aparezca|entren|entre|(?:se )?acerquen|traigan)',
    '(?:dont|do not|please dont) (?:come|send|call|let them come)',
    'nao (?:venham|venha|vem|mandem|mande|chamem|chame|liguem)',
    'pa (?:vini|voye|rele|antre)',
  ].join(
    '|',
  )}) (?!(?:con (?:la |las )?(?:siren|baliz|luc|bulla)|with (?:the )?siren|com sirene|ak siren|vestid|uniform|en patrulla|metiendo))`,
  'u',
);
/** Arms or fire, death or blows, whom he holds, on what condition he strikes, and that he lies in wait. */
const THREAT = new RegExp(
  ` (?:${[
    '(?:des)?armad[oa]s?|armas?|pistolas?|revolver|escopeta|rifle|fierro|cuchill\\p{L}*|machete|navaja|cortaplumas?|punal|balas?|balea\\p{L}*|balazos?|tiros|dispar\\p{L}*|gas|galon|bencina|parafina|molotov|granada|explot\\p{L}*|quem\\p{L}*|incendi\\p{L}*|fuego',
    '(?:gun|knife|knives|armed|weapon|rifle|shoot|shoots|fire|burn|faca|revolver|atirar|atira|zam|kouto|fizi|revolve|tire)',
    '(?:me|nos|los|las|lo|la|le|les|se|te) (?:va a |vaa |iba a |puede )?(?:mat[aeo]|matan|mataria?|peg[aoue]|pegara|hace algo|hara|corta|degolla|deguella|degollar|ahorca|desquita|dispar\\p{L}*)',
    '(?:va a|vaa|pa|para|quiere) (?:matar|pegar|degollar|desquitar|hacer(?:me|nos|le|les)? (?:algo|dano))\\p{L}*|mata(?:ra|ria)? (?:a|al)|matar(?:me|nos|la|lo|las|los|se)?|desquit\\p{L}*|deguell\\p{L}*|amenaz\\p{L}*|rehen(?:es)?',
    '(?:kill|kills|killing|hurt|hurts|cut|hostages?|threat\\p{L}*|vai me|vai nos|mata todos|refem|refens|ameac\\p{L}*|touye|otaj|menase)',
    '(?:tiene|tieni|tien) (?:agarrad[oa]s? |amarrad[oa]s? |encerrad[oa]s? )?(?:a )?(?:mis?|los|las|la|el|mi) (?:nin|hij|guagua|bebe|cabr|chic|mama|papa|herman)\\p{L}*|(?:has|got) (?:the|my) (?:kids?|children|baby|son|daughter)|(?:tem|esta com) (?:as|os|meus?|minhas?) (?:crianc|filh)\\p{L}*|(?:kenbe|gen) (?:timoun|pitit)',
    '(?:dice|dijo|dise|grita|jura|juro) (?:que|q|k|ke) (?:si|al primero|el primero|a todos)|si (?:los |las |nos |me )?(?:ve|vee|ven|llegan|llega|vienen|entran|aparecen|escucha|cacha|oye)|(?:if|when) (?:he sees|they come|cops come)|se (?:ele vir|vierem)',
    '(?:esperando|espera|esperandolos|aguaitando|apuntando) (?:a )?(?:los |las |la )?(?:pacos|carabineros|policias?|patrulla|que lleguen|en la puerta)|esperandolos|los espera|apuntand\\p{L}*',
  ].join('|')}) `,
  'u',
);

/** That nobody come, for fear of what he does then. */
export const isFearOfComing = lately((text: string): boolean => {
  const said = spaced(text);
  return NOT_COMING.test(said) && THREAT.test(said);
});

const POLICE =
  '(?:carabineros?|carabinero|pacos?|pakos?|policias?|polis?|patrullas?|radiopatrulla|furgon|pdi|tiras|cops?|police|officers?|patrol|viatura|lapolis|polis yo)';
const CAME =
  '(?:vinieron|venieron|binieron|llegaron|yegaron|aparecieron|pasaron|tocaron|golpearon|came|showed up|knocked|vieram|chegaram|passaram|vini|rive|pase)';
const LEFT =
  '(?:se fueron|se jueron|se fueran|se van|se iban|se devolvieron|se retiraron|se retiran|se marcharon|se viraron|left|went away|drove off|drove away|are leaving|foram embora|ja foram|ale|pati)';
const LEFT_ONE = '(?:se fue|se va|se devolvio|se retiro|siguio|foi embora)';
/** They do not come in, do nothing, believe him, or are sent away. */
const NO_HELP = new RegExp(
  ` (?:${[
    '(?:pasaron|siguieron|pasan|siguen) de largo|(?:drove|driving|went|walked) (?:right |straight )?(?:past|by)|passaram (?:direto|reto)',
    `${POLICE} (?:\\S+ ){0,4}(?:paso|siguio|pasa) de largo`,
    'no (?:entraron|quisieron entrar|quieren entrar|pudieron entrar|pueden entrar|se atreven a entrar|se bajaron|se bajan)',
    `${POLICE} (?:\\S+ ){0,5}(?:no|ni) (?:se |me |les? )?(?:entran?|entro|entraron|quieren?|pueden?|puede|baja|bajan|bajo|bajaron|hacen?|hizo|hicieron|cree|creen|creyo|creyeron|pesca|pescan|pescaron|ayuda|ayudan|ayudaron)`,
    'sin hacer nada|no hicieron na(?:da)?|no me (?:creyeron|pescaron|hicieron caso|ayudaron)|le creyeron|les? hicieron caso a el|no (?:me )?(?:quisieron|quieren) (?:tomar|recibir) (?:la )?denuncia',
    '(?:nadie|no|nunca) (?:les|los) (?:abri\\p{L}*|deja|dejo|dejaron)|no los dejo (?:entrar|pasar)|los (?:echo|despacho|corrio|mando de vuelta)',
    '(?:they|cops|police) (?:didnt|did not|dont|wont|do not|will not) (?:come in|enter|go in|do anything|believe|help)|nobody (?:opened|answered the door)',
    'nao (?:entraram|fizeram nada|acreditaram|querem entrar)|(?:yo|polis|lapolis) pa (?:antre|fe anyen|kwe)',
  ].join('|')}) `,
  'u',
);
const WENT = new RegExp(
  [
    ` ${CAME} (?:\\S+ ){0,12}${LEFT} `,
    ` ${POLICE} (?:\\S+ ){0,8}(?:${LEFT}|${LEFT_ONE}) `,
    ` (?:${LEFT}|${LEFT_ONE}) (?:ya )?(?:los |las |el |la |the |os |a )?${POLICE} `,
    ` they (?:just |already )?(?:left|drove off|drove away|went away) `,
  ].join('|'),
  'u',
);
/** He was taken, she is with them, or it is of another day, or of what may be. */
const NOT_THAT = new RegExp(
  ` (?:${[
    '(?:se )?lo (?:llevaron|llevan|detuvieron|arrestaron|tomaron)|se lo llevo|pres[oa]|detenido|arrested|took him|levaram ele|prenderam|mennen l|arete l',
    'me (?:llevaron|llevan|trajeron|sacaron)|con ellos|a salvo|estoy segura',
    'ayer|anteayer|la otra vez|el otro dia|una vez|antes|siempre|nunca|hace (?:un|una|dos|tres|meses|anos|\\d+)|yesterday|last (?:time|week|month|year)|ontem|yè|cuando (?:se )?(?:vayan|vaya)|si se (?:van|fueran)',
    `(?:mis?|sus?|unos|unas|los|las) (?:amig|suegr|papa|tio|tia|hij|nin|cunad|prim|compadre|visita|abuel|herman)\\p{L}* (?:ya )?(?:${CAME}|${LEFT})`,
    `(?:${CAME}|${LEFT}) (?:ya )?(?:mis?|sus?|unos|unas|los|las) (?:amig|suegr|papa|tio|tia|hij|nin|cunad|prim|compadre|visita|abuel|herman)\\p{L}*`,
  ].join('|')}) `,
  'u',
);

/** The police came and left, pass by, or do not come in: nobody helps her. */
export const isNoHelp = lately((text: string): boolean => {
  const said = spaced(text);
  return (NO_HELP.test(said) || WENT.test(said)) && !NOT_THAT.test(said);
});
