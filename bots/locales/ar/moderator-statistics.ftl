# أرقام موضوع.
moderator-stats = 📊 <b>{ $theme }</b> — { $phase }
moderator-stats-received = المساهمات المستلمة: <b>{ $count }</b>
moderator-stats-state = • { $state }: { $count }
moderator-stats-people = 👥 المشاركون: { $people }، الأصوات: { $votes }، التأييدات: { $supports }، التسجيلات: { $sign_ups }
moderator-stats-oldest = ⏳ أقدم ما في الانتظار: { $age }
moderator-stats-chart = { $theme }: المساهمات
moderator-stats-caption = مساهمات «{ $theme }» حسب الحالة: الأرقام هي أرقام الرسالة السابقة.
moderator-stats-sources = 📍 عبر أي روابط جاء الناس:
moderator-stats-link = • الرابط العادي: { $people }
moderator-stats-source = • { $place }: { $people }
moderator-stats-elsewhere = • أماكن أخرى: { $people }
