// Choosing the responsible leader inside a cell.
import { PersonPicker } from '../../frame/PersonPicker.tsx';

export function LeaderEditor({ personId, label, onChoose, onCancel }: { personId: string | null; label: string; onChoose: (personId: string | null) => void; onCancel: () => void }) {
  return (
    <div
      className="cell-picker" onMouseDown={(event) => event.stopPropagation()} onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onCancel();
      }}
    >
      <PersonPicker value={personId} onChange={onChoose} clearable aria-label={label} autoFocus size="xs" onBlur={() => setTimeout(onCancel, 0)} />
    </div>
  );
}
