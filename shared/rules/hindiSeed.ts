// Words of real place names in both scripts, from which a new file's first Hindi proposals are learnt: districts, blocks and seats of Jharkhand.
// Where they are from: electron/sample/data/SOURCES.md.
const text = `
amrapara|आमड़ापाड़ा anandpur|आनंदपुर angara|अनगड़ा arki|अड़की baghmara|बाघमारा bagodar|बगोदर baharagora|बहरागोड़ा bahragora|बहरागोड़ा baliapur|बलियापुर balumath|बालूमाथ bandgaon|बंदगांव bano|बानो
bansjore|बांसजोर bardiha|बरडीहा bargad|बड़गड़ barhait|बरहेट barharwa|बरहरवा barhi|बरही bariyatu|बारियातू barkagaon|बड़कागांव barkatha|बरकट्ठा barwadih|बरवाडीह basantray|बसंतराय basia|बसिया bazar|बाजार
bengabad|बेंगाबाद bermo|बेरमो bero|बेड़ो bhandaria|भंडरिया bhandra|भंडरा bharno|भरनो bhawanathpur|भवनाथपुर bhawnathpur|भवनाथपुर birni|बिरनी bishnugarh|विष्णुगढ़ bishrampur|विश्रामपुर
bishunpur|बिशुनपुर bishunpura|विशुनपुरा boarijor|बोआरीजोर bokaro|बोकारो bolba|बोलबा boram|बोड़ाम borio|बोरियो bundu|बुंडू burmu|बुढ़मू chaibasa|चाईबासा chainpur|चैनपुर chakradharpur|चक्रधरपुर
chakulia|चाकुलिया chalkusha|चलकुशा chandankiyari|चंदनकियारी chandil|चांडिल chandrapura|चंद्रपुरा chandwa|चंदवा chandwara|चंदवारा chanho|चान्हो chas|चास chatra|चतरा chhatarpur|छतरपुर chinia|चिनिया
chitarpur|चितरपुर chouparan|चौपारण churchu|चुरचू dadi|दाड़ी daltonganj|डाल्टनगंज danda|डंडा dandai|डंडई daru|दारू deoghar|देवघर deori|देवरी devipur|देवीपुर dhalbhumgarh|धालभूमगढ़ dhanbad|धनबाद
dhanwar|धनवार dhurki|धुरकी domchanch|डोमचांच dulmi|दुलमी dumaria|डुमरिया dumka|दुमका dumri|डुमरी egarkund|एगारकुंड fatehpur|फतेहपुर gamharia|गम्हरिया gandey|गांडेय garhwa|गढ़वा garu|गारू gawan|गावां
ghaghra|घाघरा ghatshila|घाटशिला ghatsila|घाटशिला giddhor|गिद्धौर giridih|गिरिडीह godda|गोड्डा goelkera|गोईलकेरा gola|गोला golmuri|गोलमुरी gomia|गोमिया gopikander|गोपीकांदर govindpur|गोविंदपुर
gudri|गुदड़ी gumla|गुमला gurabanda|गुड़ाबांदा haidernagar|हैदरनगर hariharganj|हरिहरगंज hatgamharia|हाटगम्हरिया hatia|हटिया hazaribagh|हजारीबाग herhanj|हेरहंज hiranpur|हिरणपुर hunterganj|हंटरगंज
hussainabad|हुसैनाबाद ichagarh|ईचागढ़ ichak|इचाक itkhori|इटखोरी itki|इटकी jaganathpur|जगन्नाथपुर jagannathpur|जगन्नाथपुर jainagar|जयनगर jaldega|जलडेगा jama|जामा jamshedpur|जमशेदपुर jamtara|जामताड़ा
jamua|जमुआ jaridih|जरीडीह jarmundi|जरमुंडी jharia|झरिया jhinkpani|झींकपानी jugsalai|जुगसलाई kairo|कैरो kaliasol|कलियासोल kamdara|कामडारा kandi|कांडी kanhachatti|कान्हाचट्टी kanke|कांके
karmatanr|करमाटांड़ karown|करौं karra|कर्रा kasmar|कसमार kathikund|काठीकुंड katkamdag|कटकमदाग katkamsandi|कटकमसांडी keredari|केरेडारी kersai|केरसई ketar|केतार kharaundhi|खरौंधी kharsawan|खरसावां
khelari|खलारी khijri|खिजरी khunti|खूंटी khuntpani|खूंटपानी kisko|किस्को koderma|कोडरमा kolebira|कोलेबिरा kuchai|कुचाई kukru|कुकड़ू kumardungi|कुमारडुंगी kunda|कुंदा kundhit|कुंडहित kurdeg|कुरडेग
kuru|कुड़ू lapung|लापुंग latehar|लातेहार lawalong|लावालौंग lesliganj|लेस्लीगंज litipara|लिटीपाड़ा littipara|लिट्टीपाड़ा lohardaga|लोहरदगा madhupur|मधुपुर mahagama|महागामा maheshpur|महेशपुर
mahuadanr|महुआडांड़ majhgaon|मझगांव manatu|मनातू mandar|मांडर mandro|मंडरो mandu|मांडू manika|मनिका manjhari|मंझारी manjhgaon|मझगांव manjhiaon|मझिआंव manoharpur|मनोहरपुर margomunda|मारगोमुंडा
markacho|मरकच्चो masaliya|मसलिया mayurhand|मयूरहंड medininagar|मेदिनीनगर meharma|मेहरमा meral|मेराल mohamadganj|मोहम्मदगंज mohanpur|मोहनपुर murhu|मुरहू musabani|मुसाबनी nagar|नगर nagri|नगड़ी nala|नाला
namkum|नामकुम narayanpur|नारायणपुर nawa|नावा nawadih|नावाडीह nawdiha|नौडीहा nimdih|नीमडीह nirsa|निरसा noamundi|नोआमुंडी ormanjhi|ओरमांझी padma|पदमा padwa|पड़वा pakartanr|पाकरटांड़ pakur|पाकुड़
pakuria|पाकुड़िया palamu|पलामू palkot|पालकोट palojori|पालोजोरी pandu|पांडू panki|पांकी patamda|पटमदा patan|पाटन pathalgada|पत्थलगड़ा pathargama|पथरगामा pathna|पतना patratu|पतरातू peshrar|पेशरार
peterwar|पेटरवार pipra|पिपरा pirtand|पीरटांड़ poraiyahat|पोड़ैयाहाट poreyahat|पोड़ैयाहाट potka|पोटका pratappur|प्रतापपुर purvi|पूर्वी rahe|राहे raidih|रायडीह rajmahal|राजमहल rajnagar|राजनगर ram|राम
ramgarh|रामगढ़ ramkanda|रामकंडा ramna|रमना ranchi|रांची rania|रनिया ranishwar|रानीश्वर ranka|रंका ratu|रातू road|रोड sadar|सदर sagma|सगमा sahibganj|साहिबगंज saraiyahat|सरैयाहाट sarath|सारठ
sarwan|सारवां saryu|सरयू satbarwa|सतबरवा satgawan|सतगावां senha|सेन्हा seraikela|सरायकेला seraikella|सरायकेला shaligram|शालीग्राम sikaripara|शिकारीपाड़ा silli|सिल्ली simaria|सिमरिया simdega|सिमडेगा
sindri|सिंदरी singhbhum|सिंहभूम sisai|सिसई sonahatu|सोनाहातू sonaraithari|सोनारायठाढ़ी sonua|सोनुवा sundarpahari|सुंदरपहाड़ी suriya|सरिया taljhari|तालझारी tamar|तमाड़ tandwa|टंडवा tantnagar|तांतनगर
tarhasi|तरहसी tatijhariya|टाटीझरिया thakurgangti|ठाकुरगंगटी thethaitanger|ठेठईटांगर tisri|तिसरी tonto|टोंटो topchanchi|तोपचांची torpa|तोरपा tundi|टुंडी udhwa|उधवा untari|उंटारी vidyasagar|विद्यासागर
`;

/** English in small letters and Hindi. */
export const hindiSeed: readonly (readonly [english: string, hindi: string])[] = text.trim().split(/\s+/).map((pair) => {
  const [english = '', hindi = ''] = pair.split('|');
  return [english, hindi] as const;
});
