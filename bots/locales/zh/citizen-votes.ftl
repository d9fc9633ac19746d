citizen-vote-progress = <i>第 { $done } 条，共 { $total } 条</i> — 您同意吗？
citizen-votes-until = ⏳ 投票截止：{ $when }。
citizen-vote-ask = 您同意吗？
citizen-vote-none-left =
    🎉 没有剩下的了：{ $done ->
        [0] 现有的观点您都投过票了
       *[other] 您已对全部 { $done } 条观点投了票
    }。
    随着大家发表意见，还会有新的观点。
citizen-vote-counted = 已计入
citizen-vote-undone = 投票已取消
citizen-button-undo = ↩ 取消 { $ref }

citizen-questions =
    <b>{ $theme }</b>
    { $count } 个问题
citizen-questions-none = “{ $theme }”还没有公开的问题。您的问题可以是第一个。
citizen-question =
    <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
citizen-question-mine =
    <b>{ $ref }</b> · 👍 { $supporters } · 您提的
    { $text }
citizen-supported = 👍 您支持了 { $ref }。
citizen-unsupported = 您不再支持 { $ref }。
