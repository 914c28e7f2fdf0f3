// What `npm start` and `npm test` need on a fresh machine: packages, the right Node, Electron or a Chromium. Runs on Node 20, alone.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/**
 * Ends the process with one sentence for the person before it.
 * @param {string} sentence
 * @returns {never}
 */
export function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return {};
  }
}

/** Whether every package of the lock file lies in node_modules; npm leaves out optional ones for other systems. */
export function packagesAreThere() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const there = packagesOf(join(root, 'node_modules/.package-lock.json'));
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) =>
    path === '' || there[path]?.version === version || (!there[path] && (optional || devOptional)));
}

function installPackages() {
  if (packagesAreThere()) return;
  // Not to standard output, nor from standard input: `plan-tour` reads its problem there and prints a plan.
  console.error('Fetching the packages (npm ci); the first time this takes a minute or two.');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status !== 0) giveUp('The packages could not be fetched: see npm\'s words above.');
}

/** Whether this Node can load better-sqlite3 (an older one dies of it without a word) and run TypeScript as it is. */
function isRightNode() {
  return Number(process.versions['napi']) >= 10 && 'typescript' in process.features && process.features.typescript === 'strip';
}

/** Goes on with the Node that comes with the packages; the system's may be older. */
function continueOnRightNode() {
  if (isRightNode()) return;
  const node = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node)) giveUp('Node 24 is missing: the package "node" came without its binary (were install scripts switched off?). Run: npm rebuild node');
  if (process.env['SANGATHAN_NODE']) giveUp(`${node} is not the Node that is needed. Run: npm ci`);
  const { status } = spawnSync(node, process.argv.slice(1), { stdio: 'inherit', env: { ...process.env, SANGATHAN_NODE: node } });
  process.exit(status ?? 1);
}

/** Packages and Node. Call it first; after it the process may be another one. */
export function setup() {
  installPackages();
  continueOnRightNode();
  mkdirSync(join(root, '.cache'), { recursive: true });
}

/** @returns {boolean} */
function isDebianRoot() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

/**
 * @param {string} what
 * @param {string[]} names
 */
function installFromDebian(what, names) {
  console.log(`Installing ${what} (apt-get install ${names.join(' ')}).`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { stdio: ['ignore', 'ignore', 'inherit'], env });
}

/** What the journeys read PDFs back with; without it one test is skipped and says so. */
export function wantPdfReader() {
  const isThere = () => spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error === undefined;
  if (isThere()) return;
  if (isDebianRoot()) installFromDebian('a reader of PDFs for the journeys', ['poppler-utils']);
  if (!isThere()) console.log('pdftotext (poppler-utils) is missing: the text of printed sheets will not be read back.');
}

/**
 * A Chromium for the stand-in and the journeys: found, or installed where that needs no question.
 * @returns {Promise<string>} its path
 */
export async function needChromium() {
  const { findBrowser } = await import('../electron/standin/findBrowser.ts');
  const found = findBrowser();
  if (found) return found;
  if (isDebianRoot()) {
    installFromDebian('Chromium and fonts', ['chromium', 'fonts-noto-core']);
    const installed = findBrowser();
    if (installed) return installed;
  }
  return giveUp('Chromium is missing: install Chromium, Google Chrome or Microsoft Edge, or name its program in SANGATHAN_CHROMIUM.');
}

/**
 * @param {string} program
 * @returns {string} for example "Chromium 156"
 */
export function chromiumName(program) {
  try {
    const words = execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const match = words.match(/^(.*?) (\d+)\./m);
    if (match) return `${match[1]} ${match[2]}`;
  } catch {
    // Windows opens a window instead of saying its version.
  }
  return basename(program);
}
