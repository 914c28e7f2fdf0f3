// Words that stand in many names of places and offices, in both languages: where Hindi says another word, letters alone don't help.

/** English (all usual spellings, the first is the one to write) and Hindi. Translations first, then words whose spelling custom has settled. */
const table: readonly (readonly [english: string, hindi: string])[] = [
  ['east/purvi/purbi', 'पूर्वी'], ['west/paschimi/pashchimi', 'पश्चिमी'], ['north/uttari', 'उत्तरी'], ['south/dakshini', 'दक्षिणी'], ['middle/madhya', 'मध्य'],
  ['central', 'केंद्रीय'], ['cum', 'सह'], ['alias/urf', 'उर्फ'], ['and', 'एवं'], ['of', 'का'], ['new/naya', 'नया'], ['old', 'पुराना'], ['upper', 'ऊपरी'], ['lower', 'निचला'],
  ['government/govt', 'राजकीय'], ['primary', 'प्राथमिक'], ['school', 'विद्यालय'], ['upgraded', 'उत्क्रमित'], ['higher', 'उच्च'], ['high', 'उच्च'], ['secondary', 'माध्यमिक'],
  ['girls', 'कन्या'], ['boys', 'बालक'], ['basic', 'बुनियादी'], ['university', 'विश्वविद्यालय'], ['library', 'पुस्तकालय'], ['hospital', 'अस्पताल'], ['hall', 'भवन'], ['building', 'भवन'],
  ['community', 'सामुदायिक'], ['village', 'ग्राम'], ['centre/center', 'केंद्र'], ['office', 'कार्यालय'], ['room', 'कक्ष'], ['part', 'भाग'], ['side', 'भाग'],
  ['state', 'प्रदेश'], ['district', 'जिला'], ['town', 'नगर'], ['municipal', 'नगर'], ['corporation', 'निगम'], ['council', 'परिषद'], ['area', 'क्षेत्र'], ['right', 'दायां'], ['left', 'बायां'],
  ['block', 'प्रखंड'], ['number/no', 'संख्या'],
  // Spelling settled by custom.
  ['ward', 'वार्ड'], ['booth', 'बूथ'], ['college', 'कॉलेज'], ['inter', 'इंटर'], ['panchayat', 'पंचायत'], ['bhawan/bhavan', 'भवन'], ['anganwadi/anganbadi', 'आंगनबाड़ी'],
  ['khurd', 'खुर्द'], ['kalan', 'कलां'], ['kala', 'कला'], ['buzurg/bujurg', 'बुजुर्ग'], ['tola', 'टोला'], ['toli', 'टोली'], ['dih', 'डीह'], ['bazar/bazaar', 'बाजार'], ['nagar', 'नगर'], ['ganj', 'गंज'],
  ['garh', 'गढ़'], ['pur', 'पुर'], ['gaon', 'गांव'], ['tand/tanr', 'टांड़'], ['chak', 'चक'], ['colony', 'कॉलोनी'], ['road', 'रोड'], ['station', 'स्टेशन'], ['city', 'सिटी'], ['steel', 'स्टील'],
  ['sadar', 'सदर'], ['mandal', 'मंडल'], ['prakhand', 'प्रखंड'], ['khas', 'खास'], ['dehat', 'देहात'], ['mafi', 'माफी'], ['must', 'मुस्त'], ['ghat', 'घाट'], ['kot', 'कोट'], ['pahar', 'पहाड़'],
  ['pahari', 'पहाड़ी'], ['bari', 'बाड़ी'], ['badi', 'बड़ी'], ['bara/bada', 'बड़ा'], ['chhota/chota', 'छोटा'], ['chhoti/choti', 'छोटी'], ['singh', 'सिंह'], ['kumar', 'कुमार'], ['devi', 'देवी'], ['prasad', 'प्रसाद'],
  ['yadav', 'यादव'], ['mahto/mahato', 'महतो'], ['munda', 'मुंडा'], ['oraon', 'उरांव'], ['soren', 'सोरेन'], ['ansari', 'अंसारी'], ['khan', 'खान'], ['sharma', 'शर्मा'], ['pandey', 'पांडेय'], ['mishra', 'मिश्रा'],
];

export interface PlaceWord {
  english: readonly string[];
  hindi: string;
}

/** The table, English in small letters. One word of one language may stand in several lines. */
export const placeWords: readonly PlaceWord[] = table.filter(([english]) => !english.includes('_')).map(([english, hindi]) => ({ english: english.split('/'), hindi }));
