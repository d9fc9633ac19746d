# رسالة إلى كل المشاركين في موضوع.
moderator-menu-broadcast = مراسلة كل المشاركين
moderator-button-broadcast = 📣 رسالة إلى الجميع
moderator-broadcast-ask = 📣 ماذا تريدون أن تقولوا للمشاركين في «{ $theme }»؟ اكتبوا الرسالة، في { $most } حرف على الأكثر.
moderator-broadcast-nobody = لا أحد يشارك بعد في «{ $theme }» عبر البوت: لا يوجد من نراسله.
moderator-slip-broadcast-long = لا تتجاوز الرسالة { $most } حرف؛ وهذه فيها { $length }. اختصروها أو اكتبوا /cancel.
moderator-slip-broadcast-empty = هذه الرسالة لا تقول شيئًا: لا بد من بضع كلمات. اكتبوها أو اكتبوا /cancel.
moderator-broadcast-ready = 👆 هذا ما سيقرؤه كل شخص، والسطر الأول بلغته، ومعه هذا الزر: «{ $mute }».
    👥 عدد المستلمين: <b>{ $recipients }</b>
    ⏱ المدة بالدقائق تقريبًا: { $minutes }. ما أُرسل لا يُسترجع، وما لم يُرسل بعد يمكن إيقافه.
moderator-broadcast-night = 🌙 لا يُرسل شيء بين 21:00 و8:00: سيبدأ الإرسال في الثامنة صباحًا.
moderator-button-broadcast-send = 📣 إرسال ({ $recipients })
moderator-button-broadcast-leave = عدم الإرسال
moderator-broadcast-left = حسنًا: لن يُرسل شيء.
moderator-broadcast-gone = لم تعد هذه الرسالة في الانتظار: ابدؤوا من جديد بالأمر /broadcast.
moderator-broadcast-progress = { $state ->
        [going] 📣 <b>{ $theme }</b>: الإرسال جارٍ.
        [night] 🌙 <b>{ $theme }</b>: لا يُرسل شيء ليلًا؛ يُستأنف الإرسال في الثامنة.
        [stopped] ⏹ <b>{ $theme }</b>: أُوقف الإرسال.
       *[done] ✅ <b>{ $theme }</b>: انتهى الإرسال.
    }
    أُرسل { $sent } من { $recipients }، وتعذّر الوصول إلى { $unreachable }{ $failed ->
        [0] {""}
       *[other] ، وفشل { $failed }
    }
moderator-button-broadcast-stop = ⏹ إيقاف
moderator-button-broadcast-progress = 🔄 أين وصلنا؟
moderator-button-broadcast-new = ✏️ رسالة أخرى
moderator-refused-unknown-broadcast = لا توجد رسالة كهذه. ابدؤوا من جديد بالأمر /broadcast.
