// The inspector's section on where a unit stands beside the tree, changed in place.
import { ActionIcon, Menu } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useClassName } from '../../frame/grouping.ts';
import { useCommand, useQuery } from '../../hooks.ts';
import type { InspectorSection } from '../../screens.tsx';
import { useSession } from '../../store.ts';
import { useNamed, useWords } from '../../words.ts';
import { isNone } from '../../../shared/rules/noClass.ts';
import type { Membership } from '../../../shared/model/group.ts';
import './groups.css';

const partsShown = 3;

function Change({ unitId, membership }: { unitId: string; membership: Membership }) {
  const t = useWords('groups');
  const named = useNamed();
  const className = useClassName();
  const [open, setOpen] = useState(false);
  const { classificationId } = membership;
  const classes = useQuery('groups.classes', open ? { classificationId } : null).data ?? [];
  const [put] = useCommand('groups.put');
  const [takeOut] = useCommand('groups.takeOut');
  const label = t('change', { name: named(membership) });
  return (
    <Menu position="bottom-end" opened={open} onChange={setOpen} withinPortal>
      <Menu.Target><ActionIcon variant="subtle" color="gray" size={24} title={label} aria-label={label}><IconPencil size={14} /></ActionIcon></Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
        {membership.said && !membership.builtIn ? <Menu.Item onClick={() => void takeOut({ classificationId, unitIds: [unitId] }, { undoToast: true })}>{t('asAbove')}</Menu.Item> : null}
        {membership.whole || membership.parts.length > 0 ? <Menu.Item onClick={() => void put({ classificationId, classId: null, unitIds: [unitId] }, { undoToast: true })}>{t('inNone')}</Menu.Item> : null}
        {classes.filter((one) => !isNone(one.id) && one.id !== membership.whole?.id).map((one) => (
          <Menu.Item key={one.id} onClick={() => void put({ classificationId, classId: one.id, unitIds: [unitId] }, { undoToast: true })}>{className(one)}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Section({ unitId }: { unitId: string }) {
  const t = useWords('groups');
  const named = useNamed();
  const className = useClassName();
  const go = useSession((session) => session.go);
  const memberships = useQuery('groups.ofUnit', { unitId }).data;
  const unit = useQuery('units.get', { id: unitId }).data;
  if (!memberships || memberships.length === 0 || !unit || unit.parentId === null || unit.closedDay !== null) return null;
  const said = (one: Membership): string => {
    if (one.whole) return className(one.whole);
    if (one.parts.length === 0) return t('none');
    const names = one.parts.slice(0, partsShown).map(className).join(', ');
    return one.partCount > partsShown ? t('sharedBy', { names, count: one.partCount - partsShown }) : names;
  };
  return (
    <>
      <h3 className="groups-inspector-head">{t('inspector')}</h3>
      <dl className="groups-stands">
        {memberships.map((one) => (
          <div key={one.classificationId}>
            <dt>{named(one)}</dt>
            <dd>
              <span>
                <button type="button" className="figure" onClick={() => go('groups', { classificationId: one.classificationId, ...(one.whole ? { classId: one.whole.id } : {}) })}>{said(one)}</button>
                {one.saidAbove && one.whole ? <small> {t('from', { name: named(one.saidAbove) })}</small> : null}
              </span>
              {one.classificationId === 'lokSabha' ? null : <Change unitId={unitId} membership={one} />}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

export default { order: 15, Section } satisfies InspectorSection;
