/** Her page: puts the parts together. */
import '../tokens/tokens.css';
import './style.css';
import { quickExit } from './leave.js';
import { isLocale, translate } from './words.js';

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

quickExit({
  window,
  link: byId<HTMLAnchorElement>('leave'),
  presses: byId('presses'),
  forget: () => sessionStorage.clear(),
});
const wished = navigator.language.slice(0, 2);
if (isLocale(wished)) translate(document, wished);
