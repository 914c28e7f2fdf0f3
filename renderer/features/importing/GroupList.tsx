// Which panchayats would stand in which sub-district, and those whose villages lie in several.
import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { showNotice } from '../../toasts.tsx';
import { asTabbed, copyText } from '../../ui/clipboard.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { ImportPreview } from '../../../shared/model/importing.ts';

/** More split panchayats than these are shown by copying the list. */
const splitShown = 200;

export function GroupList({ groups }: { groups: NonNullable<ImportPreview['groups']> }) {
  const t = useWords('importing');
  const named = useNamed();
  const { exact } = useNumbers();
  const { classes, split } = groups;
  const heads = ['name', 'code', 'put', 'there'] as const;
  const parts = (line: (typeof split)[number]) => line.parts.map((part) => t('groups.part', { name: named(part), count: part.villages })).join(' · ');
  const stands = (line: (typeof split)[number]) => {
    const to = line.parts.find(({ code }) => code === line.toCode);
    return to ? named(to) : t('groups.tie');
  };
  const copy = () => {
    const lines = split.map((line) => [named(line), named({ nameEn: line.parentEn, nameHi: line.parentHi }), parts(line), stands(line)]);
    const rows = classes.map((each) => [named(each), each.code, each.put, each.there]);
    if (copyText(asTabbed([heads.map((head) => t(`groups.${head}`)), ...rows, ...lines]))) showNotice(t('preview.copied', { count: rows.length + lines.length }));
  };
  return (
    <Panel title={t('groups.title')} flush aside={<Button variant="subtle" size="compact-sm" leftSection={<IconCopy size={15} />} onClick={copy}>{t('preview.copy')}</Button>}>
      <div className="import-groups" tabIndex={0} role="region" aria-label={t('groups.title')}>
        <table className="grid">
          <thead>
            <tr>{heads.map((head) => <th key={head} scope="col" className={head === 'name' ? undefined : 'figures'}>{t(`groups.${head}`)}</th>)}</tr>
          </thead>
          <tbody>
            {classes.map((each) => (
              <tr key={each.code}>
                <td>{named(each)}{each.isNew ? <small> {t('groups.isNew')}</small> : null}</td>
                <td className="figures">{each.code}</td><td className="figures">{exact(each.put)}</td><td className="figures">{exact(each.there)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {split.length > 0 ? (
          <>
            <h3>{t('groups.split', { count: groups.splitCount })}</h3>
            <table className="grid">
              <thead>
                <tr>{['unit', 'villages', 'stands'].map((head) => <th key={head} scope="col">{t(`groups.${head}`)}</th>)}</tr>
              </thead>
              <tbody>
                {split.slice(0, splitShown).map((line) => (
                  <tr key={line.id}><td>{named(line)} <small>{named({ nameEn: line.parentEn, nameHi: line.parentHi })}</small></td><td>{parts(line)}</td><td>{stands(line)}</td></tr>
                ))}
              </tbody>
            </table>
          </>
        ) : null}
      </div>
    </Panel>
  );
}
