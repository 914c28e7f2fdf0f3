// Chooses between the frame and the files screen, and puts theme, language and density on the page.
import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import 'dayjs/locale/hi.js';
import { useEffect } from 'react';
import { Frame } from './frame/Frame.tsx';
import { Opening } from './frame/Opening.tsx';
import { useDark } from './frame/useDark.ts';
import { FilesScreen } from './features/files/FilesScreen.tsx';
import { useSession } from './store.ts';
import { cssVariables, theme } from './styles/theme.ts';
import { useWords } from './words.ts';

export function App() {
  const language = useSession((session) => session.language);
  const density = useSession((session) => session.density);
  const file = useSession((session) => session.file);
  const dark = useDark();
  const t = useWords('frame');
  const name = file?.open?.name;

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['density'] = density;
  }, [language, density]);
  useEffect(() => { document.title = name ? `${name} · ${t('appName')}` : t('appName'); }, [name, t]);

  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={dark ? 'dark' : 'light'}>
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [0] }}>
        {/* Not at the right: side panels have their act at the foot there. */}
        <Notifications position="bottom-center" limit={3} containerWidth={400} />
        {file === null ? <Opening /> : file.open ? <Frame key={`${file.open.folder} ${name}`} /> : <FilesScreen file={file} />}
      </DatesProvider>
    </MantineProvider>
  );
}
