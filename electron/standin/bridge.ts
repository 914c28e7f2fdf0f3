// Main's half of the way between a page and main: a binding out of the page, a function handed over by it into the page.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { decode, encode } from './codec.ts';
import { invoke } from './ipcMain.ts';
import type { Frame } from './ipcMain.ts';
import { pageScript } from './pageSide.ts';
import type { FromPage, ToPage } from './pageSide.ts';

interface World { contextId: number; receiver: Promise<string | null> }

export class Bridge {
  private readonly page: Page;
  private readonly sender: unknown;
  private readonly frameOf: (isMain: boolean) => Frame;
  private readonly secret = `s${randomBytes(12).toString('hex')}`;
  private cdp: CDPSession | null = null;
  private mainFrameId = '';
  private readonly frameOfContext = new Map<number, string>();
  /** The page's world as it is now; a reload brings a new one. */
  private world: World | null = null;

  constructor(page: Page, sender: unknown, frameOf: (isMain: boolean) => Frame) {
    this.page = page;
    this.sender = sender;
    this.frameOf = frameOf;
  }

  /** Everything is in place before the first page is loaded. */
  async install(preloadPath: string | null): Promise<void> {
    const cdp = await this.page.context().newCDPSession(this.page);
    this.cdp = cdp;
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      this.frameOfContext.set(context.id, (context.auxData as { frameId?: string } | undefined)?.frameId ?? '');
    });
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.frameOfContext.delete(executionContextId);
      if (this.world?.contextId === executionContextId) this.world = null;
    });
    cdp.on('Runtime.executionContextsCleared', () => {
      this.frameOfContext.clear();
      this.world = null;
    });
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === this.secret) void this.hear(JSON.parse(payload) as FromPage, executionContextId);
    });
    await cdp.send('Page.enable');
    this.mainFrameId = (await cdp.send('Page.getFrameTree')).frameTree.frame.id;
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', { name: this.secret });
    const preload = preloadPath === null ? null : readFileSync(preloadPath, 'utf8');
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript(this.secret, preload, { encode, decode }) });
  }

  send(channel: string, args: unknown[]): void {
    if (this.world) void this.tell(this.world, { kind: 'message', id: 0, channel, args: encode(args) });
  }

  private async hear(message: FromPage, contextId: number): Promise<void> {
    if (message.kind === 'hello') {
      this.world = { contextId, receiver: this.takeReceiver(contextId) };
      return;
    }
    if (message.kind !== 'invoke') return;
    const world = this.world?.contextId === contextId ? this.world : { contextId, receiver: Promise.resolve(null) };
    const senderFrame = this.frameOf(this.frameOfContext.get(contextId) === this.mainFrameId);
    const answer = { id: message.id, channel: message.channel };
    try {
      const value = await invoke({ sender: this.sender, senderFrame }, message.channel, decode(message.args) as unknown[]);
      await this.tell(world, { ...answer, kind: 'reply', args: encode([value]) });
    } catch (error) {
      await this.tell(world, { ...answer, kind: 'failure', args: encode([error instanceof Error ? error.message : String(error)]) });
    }
  }

  /** Takes the page's receiving function out of its hidden place, and the place away. */
  private async takeReceiver(contextId: number): Promise<string | null> {
    const name = JSON.stringify(this.secret);
    const expression = `(() => { const receive = globalThis[${name}]; delete globalThis[${name}]; return receive; })()`;
    const taken = await this.cdp?.send('Runtime.evaluate', { expression, contextId }).catch(() => null);
    return taken?.result.objectId ?? null;
  }

  private async tell(world: World, message: ToPage): Promise<void> {
    const objectId = await world.receiver;
    if (!objectId) return;
    await this.cdp?.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: 'function (text) { this(text); }',
      arguments: [{ value: JSON.stringify(message) }],
    }).catch(() => {
      // The page has been left or closed meanwhile.
    });
  }
}
