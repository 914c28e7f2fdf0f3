// How the stand-in was started: its own options stand before the app's main file, the app's after it.

export interface StandinOptions {
  /** No window even where there is a display. */
  headless: boolean;
  /** Driven by a journey over the process's message channel; the browser opens a debugging port on this machine. */
  test: boolean;
  /** Where to save a picture of the first screen. */
  picture: string | null;
  /** Quit after the picture. */
  thenQuit: boolean;
  /** Size of the page when headless. */
  viewport: { width: number; height: number };
  main: string;
  appArguments: string[];
}

export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** Reads `[--headless] [--test] [--picture=path] [--then-quit] [--viewport=1280x720] main [arguments]`. */
export function readOptions(words: string[]): StandinOptions {
  const mainAt = words.findIndex((word) => !word.startsWith('--'));
  const main = words[mainAt];
  if (main === undefined) throw new Error('Usage: run.ts [options] path/to/main.js [arguments of the app]');
  const own = words.slice(0, mainAt);
  const valueOf = (name: string): string | null => own.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
  const [width, height] = (valueOf('--viewport') ?? '1280x720').split('x').map(Number);
  const test = own.includes('--test');
  return {
    headless: (test && !process.env['SANGATHAN_SHOW']) || own.includes('--headless') || !hasDisplay(),
    test,
    picture: valueOf('--picture'),
    thenQuit: own.includes('--then-quit'),
    viewport: { width: width || 1280, height: height || 720 },
    main,
    appArguments: words.slice(mainAt + 1),
  };
}

let current: StandinOptions | null = null;

export function setOptions(options: StandinOptions): void {
  current = options;
}

export function options(): StandinOptions {
  if (!current) throw new Error('The stand-in is started by run.ts');
  return current;
}
