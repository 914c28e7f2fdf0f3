// The row of tabs over screens that belong together: the tree and what is done with it, the people and what they answer for.
import { screens } from '../screens.tsx';
import type { Screen } from '../screens.tsx';
import { useSession } from '../store.ts';
import { useWords } from '../words.ts';

export function FamilyTabs({ screen }: { screen: Screen }) {
  const t = useWords('frame');
  const go = useSession((session) => session.go);
  const family = screens.filter((other) => other.family === screen.family);
  if (family.length < 2) return null;
  return (
    <nav className="family-tabs" aria-label={t('familyLabel', { name: t(`screens.${screen.family}`) })}>
      {family.map(({ id, icon: Icon, labelKey }) => (
        <button key={id} type="button" className="family-tab" aria-current={id === screen.id ? 'page' : undefined} onClick={() => go(id)}>
          <Icon size={16} stroke={1.7} />
          <span data-label={t(labelKey)}>{t(labelKey)}</span>
        </button>
      ))}
    </nav>
  );
}
