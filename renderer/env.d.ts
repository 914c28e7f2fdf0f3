// What the bundler adds to the language here: style sheets and fonts as modules, import.meta.glob; and the bridge on the window.
/// <reference types="vite/client" />
import type { Bridge } from '../shared/contract.ts';

declare global {
  interface Window {
    sangathan: Bridge;
  }
}
