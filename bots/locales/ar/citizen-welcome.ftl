# First words, consent, home menu, commands.
citizen-about = أحمل أسئلتكم وآراءكم حول الحياة في { $city } إلى نقاشاتها العامة. اضغطوا «بدء»: لا يُحفظ عنكم شيء قبل موافقتكم.
citizen-about-short = أسئلتكم وآراؤكم في النقاشات العامة لمدينة { $city }.

citizen-menu-themes = ما تناقشه المدينة
citizen-menu-ask = طرح سؤال
citizen-menu-opinion = إبداء رأي
citizen-menu-vote = التصويت على آراء الآخرين
citizen-menu-questions = قراءة الأسئلة ودعمها
citizen-menu-sessions = جلسات النقاش: المواعيد والمقاعد
citizen-menu-mine = مساهماتي وما آلت إليه
citizen-menu-agenda = جدول أعمال النقاش
citizen-menu-summary = ملخص ما قيل
citizen-menu-map = من يتفق على ماذا
citizen-menu-trace = متابعة مساهمة
citizen-menu-language = تغيير اللغة
citizen-menu-help = ما يمكنني فعله هنا
citizen-menu-privacy = مصير كلماتي
citizen-menu-cancel = إيقاف ما هو جارٍ

citizen-button-themes = 🗂 المواضيع
citizen-button-ask = ❓ طرح سؤال
citizen-button-opinion = 💬 إبداء رأي
citizen-button-vote = 🗳 تصويت
citizen-button-questions = 🙋 الأسئلة
citizen-button-sessions = 📅 جلسات النقاش
citizen-button-mine = 📁 مساهماتي
citizen-button-agenda = جدول الأعمال
citizen-button-summary = الملخص
citizen-button-map = الخريطة
citizen-button-language = 🌐 اللغة
citizen-button-help = مساعدة
citizen-button-home = 🏠 القائمة
citizen-button-privacy = 🔒 الخصوصية
citizen-button-consent = ✅ أوافق، لنبدأ
citizen-button-read-first = 👀 نظرة أولًا

citizen-welcome =
    <b>أهلًا وسهلًا بكم!</b>
    هنا يمكنكم طرح الأسئلة وإبداء الرأي والتسجيل في النقاشات العامة لمدينة { $city }.
citizen-welcome-theme = الموضوع الذي جاء بكم: <b>{ $theme }</b>.
citizen-privacy-short =
    🔒 <b>قبل المشاركة</b>
    ما تكتبونه يقرؤه شخص من فريق الإشراف، ثم يُعرض من دون اسمكم. لا أحد يرى كيف تصوّتون. يُحفظ حسابكم في Telegram مختومًا، للرد عليكم فقط. لا يُحفظ شيء قبل موافقتكم.
citizen-consent-first = للمشاركة أحتاج أولًا إلى موافقتكم: لمسة واحدة ثم نتابع.
citizen-joined = شكرًا لكم، أنتم الآن من المشاركين. ✅
citizen-home =
    <b>مدينة { $city } تُصغي إليكم</b>
    ماذا تودّون أن تفعلوا؟
citizen-help = <b>ما يمكنكم فعله هنا</b>
citizen-unknown-command = لا أعرف هذا الأمر. إليكم ما يمكن فعله:
citizen-language = بأي لغة نتحدث؟
citizen-language-chosen = نتحدث الآن بهذه اللغة: { $name }.
citizen-cancelled = تم: لم يعد هناك شيء جارٍ.
citizen-flood = هذا كثير دفعة واحدة. نرجو الانتظار دقيقة: ما تُرسلونه الآن لا يصل.
citizen-edited = ما وصلني يبقى كما هو. لتغييره، اسحبوه واكتبوه من جديد.
citizen-private-only = لنتحدث على انفراد من فضلكم: المسوا اسمي واكتبوا لي هناك.
citizen-gone = لم يعد هذا الزر يعمل. القائمة تبيّن ما هو ممكن الآن.
citizen-outcome-later = رسالتكم محفوظة. يستغرق الأمر وقتًا أطول قليلًا من المعتاد؛ ستجدون النتيجة في {"\u200E"}/mine.
