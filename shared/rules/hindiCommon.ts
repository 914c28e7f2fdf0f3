// Well-known names of places and people in both scripts, so that the spelling of names has more to learn from than one state.
const text = `
agra|आगरा aligarh|अलीगढ़ ambedkar|अंबेडकर amethi|अमेठी amroha|अमरोहा auraiya|औरैया ayodhya|अयोध्या azamgarh|आजमगढ़ baghpat|बागपत bahraich|बहराइच ballia|बलिया balrampur|बलरामपुर banda|बांदा barabanki|बाराबंकी
bareilly|बरेली basti|बस्ती bhadohi|भदोही bijnor|बिजनौर budaun|बदायूं bulandshahr|बुलंदशहर chandauli|चंदौली chitrakoot|चित्रकूट deoria|देवरिया etah|एटा etawah|इटावा farrukhabad|फर्रुखाबाद fatehpur|फतेहपुर
firozabad|फिरोजाबाद ghaziabad|गाजियाबाद ghazipur|गाजीपुर gonda|गोंडा gorakhpur|गोरखपुर hamirpur|हमीरपुर hapur|हापुड़ hardoi|हरदोई hathras|हाथरस jalaun|जालौन jaunpur|जौनपुर jhansi|झांसी kannauj|कन्नौज
kanpur|कानपुर kasganj|कासगंज kaushambi|कौशांबी kushinagar|कुशीनगर lakhimpur|लखीमपुर kheri|खीरी lalitpur|ललितपुर lucknow|लखनऊ maharajganj|महाराजगंज mahoba|महोबा mainpuri|मैनपुरी mathura|मथुरा mau|मऊ meerut|मेरठ
mirzapur|मिर्जापुर moradabad|मुरादाबाद muzaffarnagar|मुजफ्फरनगर pilibhit|पीलीभीत pratapgarh|प्रतापगढ़ prayagraj|प्रयागराज raebareli|रायबरेली rampur|रामपुर saharanpur|सहारनपुर sambhal|संभल shahjahanpur|शाहजहांपुर
shamli|शामली shravasti|श्रावस्ती siddharthnagar|सिद्धार्थनगर sitapur|सीतापुर sonbhadra|सोनभद्र sultanpur|सुल्तानपुर unnao|उन्नाव varanasi|वाराणसी araria|अररिया arwal|अरवल aurangabad|औरंगाबाद banka|बांका
begusarai|बेगूसराय bhagalpur|भागलपुर bhojpur|भोजपुर buxar|बक्सर darbhanga|दरभंगा gaya|गया gopalganj|गोपालगंज jamui|जमुई jehanabad|जहानाबाद kaimur|कैमूर katihar|कटिहार khagaria|खगड़िया kishanganj|किशनगंज
lakhisarai|लखीसराय madhepura|मधेपुरा madhubani|मधुबनी munger|मुंगेर muzaffarpur|मुजफ्फरपुर nalanda|नालंदा nawada|नवादा patna|पटना purnia|पूर्णिया rohtas|रोहतास saharsa|सहरसा samastipur|समस्तीपुर saran|सारण
sheikhpura|शेखपुरा sheohar|शिवहर sitamarhi|सीतामढ़ी siwan|सीवान supaul|सुपौल vaishali|वैशाली champaran|चंपारण bhopal|भोपाल indore|इंदौर gwalior|ग्वालियर jabalpur|जबलपुर ujjain|उज्जैन sagar|सागर satna|सतना
rewa|रीवा damoh|दमोह katni|कटनी mandla|मंडला balaghat|बालाघाट chhindwara|छिंदवाड़ा betul|बैतूल vidisha|विदिशा raisen|रायसेन dewas|देवास ratlam|रतलाम mandsaur|मंदसौर neemuch|नीमच shivpuri|शिवपुरी guna|गुना
bhind|भिंड morena|मुरैना datia|दतिया tikamgarh|टीकमगढ़ panna|पन्ना khandwa|खंडवा khargone|खरगोन barwani|बड़वानी dhar|धार jhabua|झाबुआ alirajpur|अलीराजपुर raipur|रायपुर bilaspur|बिलासपुर durg|दुर्ग korba|कोरबा
raigarh|रायगढ़ surguja|सरगुजा bastar|बस्तर kanker|कांकेर dhamtari|धमतरी mahasamund|महासमुंद jashpur|जशपुर koriya|कोरिया narayanpur|नारायणपुर bijapur|बीजापुर jaipur|जयपुर jodhpur|जोधपुर udaipur|उदयपुर kota|कोटा
bikaner|बीकानेर ajmer|अजमेर alwar|अलवर bharatpur|भरतपुर sikar|सीकर nagaur|नागौर pali|पाली barmer|बाड़मेर jaisalmer|जैसलमेर churu|चूरू tonk|टोंक bundi|बूंदी jhalawar|झालावाड़ banswara|बांसवाड़ा dungarpur|डूंगरपुर
karauli|करौली dholpur|धौलपुर dausa|दौसा hanumangarh|हनुमानगढ़ dehradun|देहरादून haridwar|हरिद्वार nainital|नैनीताल almora|अल्मोड़ा pithoragarh|पिथौरागढ़ chamoli|चमोली rohtak|रोहतक hisar|हिसार karnal|करनाल
panipat|पानीपत ambala|अंबाला sirsa|सिरसा jind|जींद kaithal|कैथल bhiwani|भिवानी sonipat|सोनीपत gurugram|गुरुग्राम faridabad|फरीदाबाद rewari|रेवाड़ी delhi|दिल्ली shimla|शिमला mandi|मंडी kangra|कांगड़ा
ram|राम shyam|श्याम mohan|मोहन sohan|सोहन rajesh|राजेश ramesh|रमेश suresh|सुरेश mahesh|महेश dinesh|दिनेश ganesh|गणेश rakesh|राकेश mukesh|मुकेश anil|अनिल sunil|सुनील vinod|विनोद ashok|अशोक sanjay|संजय
vijay|विजय ajay|अजय manoj|मनोज arun|अरुण arjun|अर्जुन krishna|कृष्ण gopal|गोपाल govind|गोविंद hari|हरि shankar|शंकर shiv|शिव vishnu|विष्णु lakshman|लक्ष्मण bharat|भरत narayan|नारायण prakash|प्रकाश
santosh|संतोष rajendra|राजेंद्र surendra|सुरेंद्र mahendra|महेंद्र narendra|नरेंद्र jitendra|जितेंद्र upendra|उपेंद्र birendra|बीरेंद्र dharmendra|धर्मेंद्र sita|सीता gita|गीता rita|रीता sunita|सुनीता anita|अनीता kavita|कविता
savita|सविता lalita|ललिता kamla|कमला vimla|विमला sarita|सरिता mamta|ममता rekha|रेखा meena|मीना sudha|सुधा radha|राधा lakshmi|लक्ष्मी saraswati|सरस्वती parvati|पार्वती durga|दुर्गा kali|काली gupta|गुप्ता verma|वर्मा
tiwari|तिवारी dubey|दुबे chaubey|चौबे shukla|शुक्ला tripathi|त्रिपाठी chaudhary|चौधरी thakur|ठाकुर paswan|पासवान mandal|मंडल sahu|साहू gope|गोप murmu|मुर्मू hembram|हेंब्रम kisku|किस्कू tudu|टुडू marandi|मरांडी
besra|बेसरा hansda|हांसदा tirkey|तिर्की lakra|लकड़ा kujur|कुजूर ekka|एक्का minz|मिंज toppo|टोप्पो kerketta|केरकेट्टा bhagat|भगत gandhi|गांधी nehru|नेहरू bose|बोस birsa|बिरसा indra|इंद्र chandra|चंद्र mitra|मित्र putra|पुत्र shastri|शास्त्री chitra|चित्र patra|पत्र prem|प्रेम pragati|प्रगति trilok|त्रिलोक bhadra|भद्र subhadra|सुभद्रा gram|ग्राम tripura|त्रिपुरा madras|मद्रास vrindavan|वृंदावन
islampur|इस्लामपुर mubarakpur|मुबारकपुर akbarpur|अकबरपुर jalalpur|जलालपुर daulatpur|दौलतपुर nasirpur|नसीरपुर rasulpur|रसूलपुर bahadurpur|बहादुरपुर hasanpur|हसनपुर husainpur|हुसैनपुर alampur|आलमपुर salempur|सलेमपुर
madhopur|माधोपुर gopalpur|गोपालपुर kishunpur|किशुनपुर shivpur|शिवपुर haripur|हरिपुर rajpur|राजपुर bhawanipur|भवानीपुर chandpur|चांदपुर surajpur|सूरजपुर lalganj|लालगंज sahebganj|साहेबगंज nawabganj|नवाबगंज
maharajpur|महाराजपुर bara|बड़ा badagaon|बड़ागांव naigaon|नयागांव belgaon|बेलगांव pipra|पिपरा pipariya|पिपरिया semariya|सेमरिया semra|सेमरा mahuwa|महुआ mahua|महुआ jamuniya|जमुनिया bargaon|बड़गांव tola|टोला tand|टांड़
dih|डीह kothi|कोठी sarai|सराय khera|खेड़ा kheda|खेड़ा patti|पट्टी pahar|पहाड़ pahari|पहाड़ी jhariya|झरिया jharna|झरना nadi|नदी ghati|घाटी bandh|बांध talab|तालाब pokhar|पोखर kuan|कुआं bagicha|बगीचा mandir|मंदिर masjid|मस्जिद
barka|बड़का chhotka|छोटका barkitanr|बड़कीटांड़ bhelatand|भेलाटांड़ parsatand|परसाटांड़ jamtand|जामटांड़ karma|करमा sarna|सरना akhra|अखड़ा dumar|डुमर dumarkunda|डुमरकुंडा kunda|कुंडा kundi|कुंडी daha|दाहा dahu|दाहू
`;

/** English in small letters and Hindi. */
export const hindiCommon: readonly (readonly [english: string, hindi: string])[] = text.trim().split(/\s+/).map((pair) => {
  const [english = '', hindi = ''] = pair.split('|');
  return [english, hindi] as const;
});
