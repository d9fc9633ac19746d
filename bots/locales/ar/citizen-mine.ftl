citizen-mine = <b>مساهماتكم</b> ({ $count })
citizen-mine-none = لم ترسلوا شيئًا بعد. ماذا تودّون أن تقولوا؟
citizen-mine-line =
    <b>{ $ref }</b> · { $state }
    { $text }
citizen-item-received = وصلت يوم { $when }، ضمن «{ $theme }».
citizen-item-state = الحالة: { $state }
citizen-item-article =
    <b>المادة { $number } من الميثاق: { $title }</b>
    { $text }
citizen-item-merged = وُضعت إلى جانب { $ref } لأنها تقول الشيء نفسه.
citizen-item-attention = { $kind ->
        [opinion] { $votes ->
            [zero] لم يصوّت عليه أحد بعد.
            [one] صوّت عليه شخص واحد.
            [two] صوّت عليه شخصان.
            [few] صوّت عليه { $votes } أشخاص.
            [many] صوّت عليه { $votes } شخصًا.
           *[other] صوّت عليه { $votes } شخص.
        }
       *[other] { $supports ->
            [zero] لم يدعمه أحد بعد.
            [one] يدعمه شخص واحد.
            [two] يدعمه شخصان.
            [few] يدعمه { $supports } أشخاص.
            [many] يدعمه { $supports } شخصًا.
           *[other] يدعمه { $supports } شخص.
        }
    }
citizen-button-withdraw = سحب
citizen-button-withdraw-yes = نعم، سحب
citizen-withdraw-sure = هل تريدون سحب { $ref }؟ لن يراها أحد بعد ذلك، ولا يمكن التراجع.
citizen-withdrawn = تم سحب { $ref }.
citizen-button-trace = 🔎 متابعة
citizen-trace-which = أي مساهمة تريدون متابعتها؟ اكتبوا {"\u200E"}/trace ثم رقمها المرجعي، مثل {"\u200E"}/trace Q-12.
citizen-trace-unknown = لا أجد مساهمة عامة بهذا الرقم المرجعي.
citizen-trace-nothing-yet = لم تظهر بعد في جدول أعمال أو ملخص منشور.
citizen-trace-agenda = ← في جدول الأعمال: <b>{ $rank }. { $title }</b> ({ $minutes ->
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $minutes } دقائق
       *[other] { $minutes } دقيقة
    })
citizen-trace-summary = ← مذكورة في الملخص: <b>{ $section }</b>
