citizen-agenda-head = <b>جدول الأعمال — { $theme }</b> (الإصدار { $version })
citizen-agenda-none = لم يُنشر جدول أعمال «{ $theme }» بعد. يُبنى من الأسئلة التي يدعمها الناس: دعمكم مهم.
citizen-summary-head = <b>الملخص — { $theme }</b> (الإصدار { $version })
citizen-summary-none = لم يُنشر ملخص «{ $theme }» بعد.
citizen-map-head = <b>من يتفق على ماذا — { $theme }</b>
citizen-map-none = لا توجد بعد أصوات كافية في «{ $theme }» لإظهار من يتفق على ماذا. أصواتكم تساعد في ذلك.
citizen-document-more = … البقية في الصفحة العامة. { $url }
