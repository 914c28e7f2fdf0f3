// The sample's second classification: the five divisions (pramandal) of Jharkhand and the districts in them, by LGD code.
import type { WriteDb } from '../store/sql.ts';
import { insertRow } from '../store/insertRow.ts';

const divisions: { nameEn: string; nameHi: string; districts: string[] }[] = [
  { nameEn: 'Palamu', nameHi: 'पलामू', districts: ['338', '328', '335'] },
  { nameEn: 'North Chotanagpur', nameHi: 'उत्तरी छोटानागपुर', districts: ['332', '323', '334', '329', '607', '322', '325'] },
  { nameEn: 'South Chotanagpur', nameHi: 'दक्षिणी छोटानागपुर', districts: ['339', '606', '331', '342', '336'] },
  { nameEn: 'Kolhan', nameHi: 'कोल्हान', districts: ['327', '343', '341'] },
  { nameEn: 'Santhal Pargana', nameHi: 'संथाल परगना', districts: ['326', '333', '324', '330', '340', '337'] },
];

/** The districts must be there already. */
export function fillDivisions(db: WriteDb, newId: () => string): void {
  const classificationId = newId();
  insertRow(db, 'classification', { id: classificationId, nameEn: 'Division', nameHi: 'प्रमंडल', ordinal: 3 });
  divisions.forEach(({ nameEn, nameHi, districts }, at) => {
    const classId = newId();
    insertRow(db, 'class', { id: classId, classificationId, parentId: null, nameEn, nameHi, code: null, number: at + 1 });
    for (const code of districts) {
      db.run(`INSERT INTO unitClass (unitId, classificationId, classId) SELECT id, ?, ? FROM unit WHERE levelId = 'district' AND code = ?`, classificationId, classId, code);
    }
  });
}
