/**
 * The language of a few words, told by the small ones that its neighbours do not have. A model hears Spanish in every
 * Chilean street and town that a foreigner writes; nobody writes "he", "the" and "with" by mistake.
 */
import { wordsSounded } from './bare.js';

const listed = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words of Spanish, spelt without accents: as many of them as of another language, and nothing is told. */
const SPANISH = listed(
  `el la los las mi mis yo con en por para que q k xq del una un unas unos y son esta estoy toy tengo tiene hay muy ya pero
   donde cuando como quiero necesito hijo hija vivo lo le les nos su sus al aqui ahi ahora marido casa calle soy porque`,
);

/** Words that Spanish lacks, of each language. */
const OWN: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    'en',
    listed(
      `he she they we you i im hes shes is are was were the my his her him your with outside inside from of and at to this that
       has have got can cant dont wont will not please help hit hits hitting beat beats beating hurt hurts knife gun drunk
       husband boyfriend street house home door live who what where when about`,
    ),
  ],
  [
    'pt',
    listed(
      `meu minha meus minhas uma um com sou moro estou tenho nao ele ela voce dele dela muito agora preciso faca bate bateu
       namorado oi obrigada brasileira brasileiro rua filhos filha quero quer eu isso onde chegou bairro`,
    ),
  ],
  [
    'ht',
    listed(
      `mwen ap ak yon nan kay genyen gen pou kouto tanpri bezwen kote timoun ede rive deyo ansent vle fanm gason lapolis
       li bat frape mari pitit kounye`,
    ),
  ],
];

/** Different words that only it has: as many tell it. */
const TELLING_LEAST = 2;
/** "He's" is "hes". */
const INSIDE_A_WORD = /(?<=\p{L})['\u2018\u2019\u00b4`](?=\p{L})/gu;

/** `en`, `pt` or `ht`; null where its words do not tell, or those of Spanish are as many. */
export function tongueOf(text: string): string | null {
  const all = new Set(wordsSounded(text.replace(INSIDE_A_WORD, '')).tokens);
  const count = (of: ReadonlySet<string>): number => [...all].filter(word => of.has(word)).length;
  const [most, next] = OWN.map(([locale, of]) => ({ locale, words: count(of) })).sort((a, b) => b.words - a.words);
  if (!most || !next || most.words < TELLING_LEAST || next.words === most.words) return null;
  return most.words > count(SPANISH) ? most.locale : null;
}
