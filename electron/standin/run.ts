// Runs a main file made for Electron on Node and the system's Chromium: 'electron' resolves to the stand-in.
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readOptions, setOptions } from './options.ts';

const options = readOptions(process.argv.slice(2));
setOptions({ ...options, main: resolve(options.main) });
process.argv = [process.execPath, resolve(options.main), ...options.appArguments];

const standin = pathToFileURL(resolve(import.meta.dirname, 'electron.ts')).href;
registerHooks({
  resolve: (specifier, context, next) => specifier === 'electron' ? { url: standin, shortCircuit: true } : next(specifier, context),
});

await import(pathToFileURL(resolve(options.main)).href);
const { begin } = await import('./app.ts');
begin();
