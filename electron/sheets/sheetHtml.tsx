// Renders a sheet as one complete HTML document: for the screen, the printer and the PDF alike.
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { SheetLanguages } from '../../shared/model/common.ts';
import type { SheetCell, SheetColumn, SheetModel, SheetSection, Text } from '../../shared/model/sheet.ts';
import { numberAsRead } from '../../shared/text/numbers.ts';
import { Chart } from './sheetChart.tsx';
import { fontFiles, sheetStyle } from './sheetStyle.ts';
import type { Orientation } from './sheetStyle.ts';
import { footLine, oneLine, sheetWords, wording } from './sheetWords.ts';

export type SheetHtmlOptions = {
  /** Where the bundled fonts' woff2 files lie, as a URL. */
  fontsBase: string;
  /** Without it: as `orientationOf` the model says. */
  orientation?: Orientation;
};

const mostColumnsUpright = 9;
const mostRowsKeptTogether = 8;
/** Signs of a fact's value that fit beside another fact without a third line. */
const longestHalfLine = 60;

/** Upright, and lying as soon as a table has more columns than fit. */
export function orientationOf(model: SheetModel): Orientation {
  return model.chart || model.sections.some((section) => section.columns.length > mostColumnsUpright) ? 'landscape' : 'portrait';
}

function Said({ text, languages }: { text: Text; languages: SheetLanguages }): ReactNode {
  const { first, second } = wording(text, languages);
  return second === null ? first : <>{first}<span className="second" lang="en">{second}</span></>;
}

/** Two facts to a line; a long one, or one without a neighbour, has the line to itself. */
function linesOf(facts: SheetModel['facts']): SheetModel['facts'][] {
  const lines: SheetModel['facts'][] = [];
  const isLong = ({ value }: SheetModel['facts'][number]): boolean => Math.max(value.hi.length, value.en.length) > longestHalfLine;
  for (const fact of facts) {
    const last = lines.at(-1);
    if (last?.length === 1 && !isLong(last[0]!) && !isLong(fact)) last.push(fact);
    else lines.push([fact]);
  }
  return lines;
}

function Facts({ facts, languages }: { facts: SheetModel['facts']; languages: SheetLanguages }): ReactNode {
  const lines = linesOf(facts);
  return (
    <table className="facts">
      <tbody>
        {lines.map((line, index) => (
          <tr key={index}>
            {line.map(({ label, value }, place) => (
              <Fragment key={place}>
                <th scope="row"><Said text={label} languages={languages} /></th>
                <td colSpan={line.length === 1 ? 3 : 1}><Said text={value} languages={languages} /></td>
              </Fragment>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CellOf({ cell, column, languages, rows }: { cell: SheetCell | undefined; column: SheetColumn; languages: SheetLanguages; rows?: number }): ReactNode {
  const kind = typeof cell === 'number' ? 'number' : column.kind;
  return (
    <td className={column.merge ? `${kind} merged` : kind} rowSpan={rows}>
      {typeof cell === 'number' ? numberAsRead(cell, { language: 'en' }) : cell ? <Said text={cell} languages={languages} /> : null}
    </td>
  );
}

/** How many lines the cell at `at` stands for: itself, and the empty ones below it. */
function linesFrom(rows: readonly SheetCell[][], at: number, column: number): number {
  let end = at + 1;
  while (end < rows.length && rows[end]![column] === null) end += 1;
  return end - at;
}

/** A head's name reaches to its first figure. */
function HeadOf({ cells, columns, languages }: { cells: SheetCell[]; columns: SheetColumn[]; languages: SheetLanguages }): ReactNode {
  const name = cells.find((cell) => cell !== null && typeof cell === 'object');
  const first = cells.findIndex((cell) => typeof cell === 'number');
  const span = first === -1 ? columns.length : first;
  return (
    <tr className="head">
      <th scope="rowgroup" colSpan={span}>{name ? <Said text={name as Text} languages={languages} /> : null}</th>
      {columns.slice(span).map((column, index) => <CellOf key={column.key} cell={cells[span + index]} column={column} languages={languages} />)}
    </tr>
  );
}

function SectionOf({ section, languages }: { section: SheetSection; languages: SheetLanguages }): ReactNode {
  const { columns } = section;
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const row = (cells: SheetCell[], key: number | string): ReactNode => (
    <tr key={key} className={columns.some((column, index) => column.merge && cells[index] !== null) ? 'begins' : undefined}>
      {columns.map((column, index) => {
        const merged = column.merge === true && typeof key === 'number';
        if (merged && key > 0 && cells[index] === null) return null;
        return <CellOf key={column.key} cell={cells[index]} column={column} languages={languages} rows={merged ? linesFrom(section.rows, key, index) : undefined} />;
      })}
    </tr>
  );
  return (
    <section className={section.rows.length <= mostRowsKeptTogether ? 'short' : undefined}>
      <h2><Said text={section.heading} languages={languages} /></h2>
      {section.note && <p className="note"><Said text={section.note} languages={languages} /></p>}
      <table className={columns.some((column) => column.kind === 'blank') ? 'toFill' : undefined}>
        <colgroup>{columns.map((column) => <col key={column.key} style={{ width: `${((column.width / whole) * 100).toFixed(2)}%` }} />)}</colgroup>
        <thead>
          <tr>{columns.map((column) => <th key={column.key} scope="col" className={column.kind}><Said text={column.label} languages={languages} /></th>)}</tr>
        </thead>
        <tbody>
          {section.rows.length > 0
            ? section.rows.map((cells, index) => (
              <Fragment key={index}>
                {(section.heads ?? []).filter(({ before }) => before === index).map((head, at) => <HeadOf key={at} cells={head.cells} columns={columns} languages={languages} />)}
                {row(cells, index)}
              </Fragment>
            ))
            : <tr><td className="nothing" colSpan={columns.length}><Said text={sheetWords.nothing} languages={languages} /></td></tr>}
        </tbody>
        {section.totals && <tfoot>{row(section.totals, 'totals')}</tfoot>}
      </table>
    </section>
  );
}

/**
 * The sheet as a complete HTML document. Every text is escaped by React. The page size, the foot and "page n / m" are part of
 * the document's style, so print it with the CSS page size and without a header or footer of the printing call.
 */
export function sheetHtml(model: SheetModel, languages: SheetLanguages, options: SheetHtmlOptions): string {
  const orientation = options.orientation ?? orientationOf(model);
  const foot = footLine(model, languages);
  const style = sheetStyle(options.fontsBase, orientation, languages, foot);
  const said = (text: Text): ReactNode => <Said text={text} languages={languages} />;
  const document = (
    <html lang={languages === 'en' ? 'en' : 'hi'}>
      <head>
        <meta charSet="utf-8" />
        <title>{oneLine(model.title, languages)}</title>
        {fontFiles(options.fontsBase).map((href) => <link key={href} rel="preload" as="font" type="font/woff2" crossOrigin="anonymous" href={href} />)}
        {/* A style is raw text, in which nothing is unescaped; the only foreign text in it is written by numbers (sheetStyle). */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body className={model.dense ? (languages === 'both' ? 'dense twice' : 'dense') : undefined}>
        <header>
          <p className="party">{said(model.party)}</p>
          <div className="rule" />
          <h1>{said(model.title)}</h1>
          {model.subtitle && <p className="subtitle">{said(model.subtitle)}</p>}
        </header>
        {model.facts.length > 0 && <Facts facts={model.facts} languages={languages} />}
        {model.chart ? <Chart chart={model.chart} languages={languages} /> : model.sections.map((section, index) => <SectionOf key={index} section={section} languages={languages} />)}
        {model.signatures.length > 0 && (
          <div className="signatures">{model.signatures.map((name, index) => <p key={index}>{said(name)}</p>)}</div>
        )}
        <p className="foot">{foot}</p>
      </body>
    </html>
  );
  return `<!DOCTYPE html>${renderToStaticMarkup(document)}`;
}
