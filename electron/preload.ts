import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { AppEvent, Bridge } from '../shared/api/contract.ts';
import { CHANNELS } from './ipc/channels.ts';

const bridge = {
  host: 'electron',
  call: (call, input) => ipcRenderer.invoke(CHANNELS.call, call, input),
  onEvent: (listener) => {
    const heard = (_event: IpcRendererEvent, event: AppEvent) => listener(event);
    ipcRenderer.on(CHANNELS.event, heard);
    return () => ipcRenderer.removeListener(CHANNELS.event, heard);
  },
  flushed: () => ipcRenderer.invoke(CHANNELS.flushed),
  chooseDestination: () => ipcRenderer.invoke(CHANNELS.choose),
} satisfies Bridge;

contextBridge.exposeInMainWorld('countersign', bridge);
