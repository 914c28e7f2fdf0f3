// Starts the window's page: settings, file, pushes from the app, then the first screen.
import { createRoot } from 'react-dom/client';
import './styles/all.css';
import './ui/ui.css';
import './frame/frame.css';
import { App } from './App.tsx';
import { call, onPush } from './api.ts';
import { queries } from './queries.ts';
import { forgetPlace, useSession } from './store.ts';

async function askFile(): Promise<void> {
  const file = await call('files.state', {});
  const before = useSession.getState().file?.open;
  const isOther = before?.name !== file.open?.name || before?.folder !== file.open?.folder;
  if (isOther) forgetPlace();
  useSession.setState({ file });
  if (isOther) queries.forgetAll();
}

onPush((push) => {
  if (push.type === 'changed') queries.changed();
  if (push.type === 'file') void askFile();
});

// The first screen is fetched while the file is being opened.
const home = import('./features/home/HomeScreen.tsx');
useSession.setState(await call('settings.get', {}));
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
await Promise.all([askFile(), home]);
