citizen-button-standing = 🧭 أين أقف؟
citizen-standing-head = <b>أين تقفون — { $theme }</b>
citizen-standing-none = لا يوجد بعد في «{ $theme }» ما يكفي لنقول لكم أين تقفون. بضعة أصوات أخرى منكم ومن غيركم تساعد، وتُحتسب حين تُرسم الخريطة من جديد.
citizen-standing-uniting = 🤝 فيما يجمع الناس، رأيكم كرأي الجميع في { $agreed } من أصل { $voted } من العبارات التي صوّتم عليها.
citizen-standing-nearest = أنتم أقرب إلى المجموعة { $number } (عدد أفرادها { $size }).
citizen-standing-nearer = في «{ $topic }» أنتم أقرب إلى المجموعة { $number }.
citizen-standing-foot = <i>حُسب هذا الآن من أصواتكم ومن متوسط أصوات المجموعات، ولكم وحدكم. لا يُحفظ ولا يراه أحد غيركم. والمجموعة ليست حزبًا: لا أحد ملزم بالانتماء إلى واحدة.</i>
