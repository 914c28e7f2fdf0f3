// Calls about second classifications: their classes, who stands in them, and what they add up to.
import { z } from 'zod';
import { Id, PageInput } from '../model/common.ts';
import type { Page } from '../model/common.ts';
import { ClassFields, ClassificationFields, ClassPaste, GroupFilter } from '../model/group.ts';
import type { ClassBoard, Classification, ClassMember, ClassName, ClassRow, GroupedLine, Membership, PasteResult, UnitClasses } from '../model/group.ts';
import { TargetKey } from '../model/target.ts';
import { command, query } from './kinds.ts';

const Language = z.enum(['en', 'hi']).default('en');
const UnitIds = z.array(Id).min(1).max(5000);

export const groupsCalls = {
  'groups.list': query(z.object({})).gives<Classification[]>(),
  /** The classes of one with what stands in them at and below a unit (null: everywhere), those in none last. */
  'groups.classes': query(z.object({ classificationId: Id, unitId: Id.nullable().default(null) })).gives<ClassRow[]>(),
  /** What a filter is called; null: the class is no longer there. */
  'groups.name': query(GroupFilter).gives<{ classification: { nameEn: string; nameHi: string | null }; class: ClassName } | null>(),
  'groups.ofUnit': query(z.object({ unitId: Id })).gives<Membership[]>(),
  /** The largest units that stand wholly in a class, and those it cuts, as the tree reads. */
  'groups.members': query(PageInput.extend({ group: GroupFilter, cut: z.boolean().default(false) })).gives<Page<ClassMember>>(),
  /** One line a class: the same figures as `targets.board`, for what stands at and below a unit. */
  'groups.board': query(TargetKey.extend({ classificationId: Id, unitId: Id })).gives<ClassBoard>(),
  /** All units of a level at and below a unit, under the heads of their classes; one that several classes share stands under each. */
  'groups.units': query(
    PageInput.extend({ classificationId: Id, id: Id.nullable(), levelId: Id, group: GroupFilter.nullable().default(null), language: Language, folded: z.array(z.string().max(80)).max(500).default([]) }),
  ).gives<Page<GroupedLine>>(),
  /** The classes of the units directly below one, or of all of a level below it: for the map. */
  'groups.ofChildren': query(z.object({ unitId: Id, classificationId: Id, levelId: Id.nullable().default(null) })).gives<UnitClasses[]>(),
  /** What pasted lines would do. */
  'groups.pastePreview': query(ClassPaste).gives<PasteResult>(),

  'groups.save': command(z.object({ id: Id.nullable(), fields: ClassificationFields })).gives<{ id: string }>(),
  'groups.remove': command(z.object({ id: Id })).gives<null>(),
  'groups.saveClass': command(z.object({ id: Id.nullable(), fields: ClassFields })).gives<{ id: string }>(),
  'groups.removeClass': command(z.object({ id: Id })).gives<null>(),
  /** Puts units, with all below them, into a class (null: into none). */
  'groups.put': command(z.object({ classificationId: Id, classId: Id.nullable(), unitIds: UnitIds })).gives<{ units: number }>(),
  /** The same for all units of a level below some. */
  'groups.putBelow': command(z.object({ classificationId: Id, classId: Id.nullable(), levelId: Id, unitIds: UnitIds })).gives<{ units: number }>(),
  /** Takes back what was said of these units: they stand where the unit above them stands. */
  'groups.takeOut': command(z.object({ classificationId: Id, unitIds: UnitIds })).gives<null>(),
  /** A classification with one class for each unit of a level, codes and all: "Administrative district". */
  'groups.fromLevel': command(z.object({ levelId: Id })).gives<{ id: string }>(),
  'groups.paste': command(ClassPaste).gives<PasteResult>(),
};
