// Puts the one bridge on the window: a call out, a push in. It knows no subject and never grows.
import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, Push } from '../shared/contract.ts';

const bridge: Bridge = {
  call: (name, input, callId) => ipcRenderer.invoke('call', name, input, callId),
  onPush: (listener) => {
    const hear = (_event: unknown, push: Push): void => listener(push);
    ipcRenderer.on('push', hear);
    return () => void ipcRenderer.removeListener('push', hear);
  },
};

contextBridge.exposeInMainWorld('sangathan', bridge);
