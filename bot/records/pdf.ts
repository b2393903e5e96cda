/** A plain document as PDF: a title, sections of lines, a foot on every page. Tagged, so that a screen reader reads it in order. */
import PDFDocument from 'pdfkit';

export interface Sheet {
  title: string;
  /** Said before all else, or null. */
  warning: string | null;
  locale: string;
  sections: readonly { title: string; lines: readonly string[] }[];
  foot: string;
}

const MARGIN = 56;
const SIZE = { title: 18, section: 12, line: 10.5, foot: 8 };

export async function pdfOf({ title, warning, locale, sections, foot }: Sheet): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + 24 },
    pdfVersion: '1.7',
    tagged: true,
    lang: locale,
    displayTitle: true,
    bufferPages: true,
    info: { Title: printable(title) },
  });
  const written = collected(document);
  const whole = document.struct('Document');
  document.addStructure(whole);
  const say = (kind: 'H1' | 'H2' | 'P', font: 'Helvetica' | 'Helvetica-Bold', size: number, text: string): void => {
    whole.add(
      document.struct(kind, {}, () => {
        document.font(font).fontSize(size).text(printable(text), { lineGap: 2, paragraphGap: 4 });
      }),
    );
  };
  say('H1', 'Helvetica-Bold', SIZE.title, title);
  if (warning !== null) say('P', 'Helvetica-Bold', SIZE.line, warning);
  for (const section of sections) {
    document.moveDown(0.6);
    say('H2', 'Helvetica-Bold', SIZE.section, section.title);
    for (const line of section.lines) say('P', 'Helvetica', SIZE.line, line);
  }
  whole.end();
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page);
    // Below the margin text would open another page.
    document.page.margins.bottom = 0;
    document
      .font('Helvetica')
      .fontSize(SIZE.foot)
      .text(`${printable(foot)}  ${page + 1}/${count}`, MARGIN, document.page.height - MARGIN, {
        width: document.page.width - 2 * MARGIN,
      });
  }
  document.end();
  return written;
}

function collected(document: NodeJS.ReadableStream): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}

/** Signs of the fonts that every reader of PDF has, beside the Latin letters. */
const SIGNS = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\n';

/** What those fonts do not have, such as a picture sign, stands as its code: nothing that she wrote is left out. */
export const printable = (text: string): string =>
  Array.from(text.normalize('NFC'), sign => {
    const code = sign.codePointAt(0)!;
    const isLatin = (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff);
    return isLatin || SIGNS.includes(sign) ? sign : `[U+${code.toString(16).toUpperCase()}]`;
  }).join('');
