citizen-themes = <b>مواضيع المدينة</b>
citizen-themes-line = • { $theme } — { $phase }
citizen-theme =
    <b>{ $theme }</b>
    حاليًا: { $phase }
citizen-theme-until = ⏳ حتى { $when }؛ ثم: { $then }.
citizen-theme-choose = ما الموضوع المقصود؟
citizen-theme-none = لا يوجد حاليًا موضوع مفتوح لذلك. يمكن قراءة المواضيع الأخرى عبر {"\u200E"}/themes.
citizen-theme-closed = هذا غير ممكن الآن في «{ $theme }» ({ $phase }).
