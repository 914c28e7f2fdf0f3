// Names of a made state in both scripts, built from the parts real place and person names are built from, so that searching them is realistic.
import type { Random } from '../../shared/tour/random.ts';

export interface Name {
  en: string;
  hi: string;
}

/** `Ram|राम Kishan|किशन` as pairs. */
const pairs = (text: string): Name[] => text.trim().split(/\s+/).map((pair) => {
  const [en = '', hi = ''] = pair.split('|');
  return { en: en.replaceAll('_', ' '), hi: hi.replaceAll('_', ' ') };
});

/** All end in a consonant, so that every ending can be put on them in either script. */
const stems = pairs(`
  Ram|राम Kishan|किशन Shiv|शिव Hari|हर Gopal|गोपाल Lakshman|लक्ष्मण Bhagwan|भगवान Narayan|नारायण Mohan|मोहन Madhav|माधव Govind|गोविंद Bishun|बिशुन
  Sultan|सुल्तान Mubarak|मुबारक Islam|इस्लाम Shahzad|शहज़ाद Akbar|अकबर Jahangir|जहाँगीर Fateh|फतेह Daulat|दौलत Alam|आलम Nasir|नसीर Azam|आज़म Firoz|फिरोज़
  Bahadur|बहादुर Fakir|फकीर Jalal|जलाल Muzaffar|मुज़फ्फर Rasul|रसूल Pratap|प्रताप Raj|राज Rudra|रुद्र Chandan|चंदन Kamal|कमल Phul|फूल Gulab|गुलाब Mahu|महुअ Pipal|पीपल
  Nim|नीम Bel|बेल Jamun|जामुन Katahal|कटहल Babul|बबूल Semar|सेमर Khajur|खजूर Sarang|सारंग Kanchan|कंचन Sonbars|सोनबरस Dhan|धन Kusum|कुसुम Manik|मानिक Hir|हीर Moti|मोत
  Gang|गंग Jamn|जमन Sarju|सरज Gomt|गोमत Tal|ताल Bhit|भीत Bandh|बाँध Jhil|झील Karan|करन Arjun|अर्जुन Bhim|भीम Nakul|नकुल Dev|देव Indra|इंद्र Suraj|सूरज Chand|चाँद Mangal|मंगल Budh|बुध
`);

const endings = pairs(`pur|पुर ganj|गंज garh|गढ़ nagar|नगर gaon|गाँव khera|खेड़ा pura|पुरा abad|ाबाद wa|वा auli|ौली ia|िया pali|पाली tola|टोला dih|डीह patti|पट्टी wara|वाड़ा aur|ौर ai|ई auna|ौना kheri|खेड़ी`);

/** How twins of a name are told apart on the land: small, great, old, of the upper bank, rent-free. */
const kinds = pairs('Khurd|खुर्द Kalan|कलाँ Buzurg|बुज़ुर्ग Uparhar|उपरहार Mafi|माफ़ी Dehat|देहात Jadid|जदीद Must|मुस्त Ghat|घाट Bazar|बाज़ार Kot|कोट Jot|जोत');

const schools = pairs('Primary_School|प्राथमिक_विद्यालय Upper_Primary_School|उच्च_प्राथमिक_विद्यालय Panchayat_Bhavan|पंचायत_भवन Composite_School|कंपोजिट_विद्यालय Junior_High_School|जूनियर_हाईस्कूल Inter_College|इंटर_कॉलेज Anganwadi_Centre|आंगनबाड़ी_केंद्र');

const givenNames = pairs('Anil|अनिल Sunil|सुनील Rajesh|राजेश Mukesh|मुकेश Sanjay|संजय Vinod|विनोद Ashok|अशोक Manoj|मनोज Geeta|गीता Sunita|सुनीता Rekha|रेखा Kavita|कविता Shabnam|शबनम Imran|इमरान Salim|सलीम Farida|फ़रीदा Ramesh|रमेश Dinesh|दिनेश Savitri|सावित्री Urmila|उर्मिला Harish|हरीश Girish|गिरीश Naresh|नरेश Poonam|पूनम');
const familyNames = pairs('Kumar|कुमार Singh|सिंह Yadav|यादव Verma|वर्मा Sharma|शर्मा Gupta|गुप्ता Mishra|मिश्रा Pandey|पांडेय Ansari|अंसारी Khan|खान Maurya|मौर्य Devi|देवी Prasad|प्रसाद Tiwari|तिवारी Chauhan|चौहान Rawat|रावत Pal|पाल Nishad|निषाद Siddiqui|सिद्दीक़ी Saini|सैनी');

const one = (random: Random, from: readonly Name[]): Name => from[random.below(from.length)] as Name;
const spaced = (...parts: Name[]): Name => ({ en: parts.map((part) => part.en).join(' '), hi: parts.map((part) => part.hi).join(' ') });
const same = (text: string): Name => ({ en: text, hi: text });

/** Like Rampur, Sultanganj, Bhimauli. */
function placeName(random: Random): Name {
  const stem = one(random, stems);
  const ending = one(random, endings);
  return { en: stem.en + ending.en, hi: stem.hi + ending.hi };
}

/** A village: every third has a twin's mark, every eighth a second word. The same name comes again and again over a state, as in life. */
function villageName(random: Random): Name {
  const kind = random.below(24);
  if (kind < 8) return spaced(placeName(random), one(random, kinds));
  if (kind < 11) return spaced(one(random, stems), placeName(random));
  return placeName(random);
}

/** Gives out names of one parent's children, never the same twice; where the parts run out, a number is added. */
export function namesWithin(): (make: () => Name) => Name {
  const taken = new Set<string>();
  return (make) => {
    let name = make();
    for (let tries = 0; tries < 20 && (taken.has(name.en) || taken.has(name.hi)); tries++) name = make();
    const first = name;
    for (let number = 2; taken.has(name.en) || taken.has(name.hi); number++) name = spaced(first, same(String(number)));
    taken.add(name.en);
    taken.add(name.hi);
    return name;
  };
}

export const makeName = {
  place: placeName,
  village: villageName,
  ward: (random: Random, number: number): Name => spaced({ en: 'Ward', hi: 'वार्ड' }, same(String(number)), placeName(random)),
  /** As in a polling-station list: the part's number, the school, the village, the room. */
  booth: (random: Random, part: number, village: Name): Name => {
    const room = random.below(3);
    const school = spaced(same(String(part)), one(random, schools), village);
    return room === 0 ? school : spaced(school, { en: `Room ${room}`, hi: `कक्ष ${room}` });
  },
  person: (random: Random): Name => spaced(one(random, givenNames), one(random, familyNames)),
};
