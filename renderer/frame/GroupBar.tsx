// The chips of every toolbar: by what is grouped, and to which class it is narrowed.
import { Button, Popover, Radio, Select, Stack } from '@mantine/core';
import { IconBinaryTree2, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useClassName, useGrouping } from './grouping.ts';
import { useQuery } from '../hooks.ts';
import { useSession } from '../store.ts';
import { useNamed, useWords } from '../words.ts';

/** `grouped={false}` where a list can only be narrowed. */
export function GroupBar({ grouped = true }: { grouped?: boolean }) {
  const t = useWords('groups');
  const named = useNamed();
  const className = useClassName();
  const go = useSession((session) => session.go);
  const { classifications, groupBy, only, onlyClass, setGroupBy, setOnly } = useGrouping();
  const [open, setOpen] = useState(false);
  const [within, setWithin] = useState<string | null>(null);
  const usable = classifications.filter(({ classes }) => classes > 0);
  const narrowBy = usable.find(({ id }) => id === (within ?? only?.classificationId ?? groupBy?.id)) ?? usable[0];
  const classes = useQuery('groups.classes', open && narrowBy ? { classificationId: narrowBy.id } : null).data ?? [];
  if (usable.length === 0) return null;
  const label = grouped ? (groupBy ? t('groupByNow', { name: named(groupBy) }) : t('groupBy')) : t('narrow');
  return (
    <div className="group-bar">
      <Popover opened={open} onChange={setOpen} position="bottom-end" width={280} trapFocus withinPortal>
        <Popover.Target>
          <Button variant="default" size="sm" h={32} className="group-button" data-on={(grouped && groupBy !== null) || undefined} leftSection={<IconBinaryTree2 size={15} stroke={1.8} aria-hidden="true" />} aria-expanded={open} onClick={() => setOpen(!open)}>{label}</Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('groupBy')}>
          <Stack gap="sm">
            {grouped ? (
              <Radio.Group label={t('groupBy')} value={groupBy?.id ?? ''} onChange={(id) => setGroupBy(id === '' ? null : id)}>
                <Stack gap={6} mt={6}>
                  <Radio size="sm" value="" label={t('noGroup')} />
                  {usable.map((one) => <Radio key={one.id} size="sm" value={one.id} label={named(one)} />)}
                </Stack>
              </Radio.Group>
            ) : null}
            <Select size="sm" label={t('only')} allowDeselect={false} comboboxProps={{ withinPortal: false }} value={narrowBy?.id ?? null} onChange={setWithin} data={usable.map((one) => ({ value: one.id, label: named(one) }))} />
            <Select
              size="sm" aria-label={t('onlyHint')} placeholder={t('onlyHint')} searchable clearable limit={100} comboboxProps={{ withinPortal: false }} nothingFoundMessage={t('common:nothingFound')}
              value={only && only.classificationId === narrowBy?.id ? only.classId : null}
              onChange={(classId) => { setOnly(classId && narrowBy ? { classificationId: narrowBy.id, classId } : null); if (classId) setOpen(false); }}
              data={classes.map((one) => ({ value: one.id, label: className(one) }))}
            />
            <Button variant="subtle" size="compact-sm" justify="flex-start" onClick={() => { setOpen(false); go('groups', narrowBy ? { classificationId: narrowBy.id } : {}); }}>{t('manage')}</Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {onlyClass ? (
        <button type="button" className="group-chip" title={t('onlyClear', { name: className(onlyClass) })} onClick={() => setOnly(null)}>
          <span>{t('onlyNow', { name: className(onlyClass) })}</span><IconX size={14} aria-hidden="true" /><span className="unseen">{t('onlyClear', { name: className(onlyClass) })}</span>
        </button>
      ) : null}
    </div>
  );
}
