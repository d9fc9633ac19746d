# /remove：两人撤下已公开的内容。
moderator-menu-remove = 撤下已公开的内容（须两人）
moderator-ask-remove = 要撤下什么？请写编号，例如 Q-12。
moderator-removals = <b>有 { $count } 件撤下申请待处理：</b>
moderator-removal-line = • <b>{ $ref }</b> { $text }
moderator-removal-asked = { $others ->
        [0] ✅ 已为 <b>{ $ref }</b> 记下，但没有其他人可以同意：请邀请同事（/invite）。在此之前仍公开。
       *[other] ✅ 已申请：已通知 { $others } 人。在有人答复之前，<b>{ $ref }</b> 仍公开。
    }
moderator-removal-request = 🗑 撤下申请，第 { $number } 条：{ $title }。
moderator-removal-question = 要撤下吗？作者会得到通知，并可申诉。投票会保留，但不再计入。
moderator-removal-own = 这是您自己的申请：须由另一个人同意。
moderator-button-removal-confirm = 🗑 撤下
moderator-button-removal-drop = 继续公开
moderator-removal-dropped = <b>{ $ref }</b> 继续公开：申请已取消。
moderator-refused-removal-pending = 撤下 { $ref } 的申请已提出：输入 /remove 查看。
moderator-refused-removal-settled = 这件申请已有答复。
moderator-refused-unknown-removal = 没有这样的撤下申请。
