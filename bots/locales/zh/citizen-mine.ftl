citizen-mine = <b>您的发言</b>（{ $count }）
citizen-mine-none = 您还没有发过言。您有什么想说的？
citizen-mine-line =
    <b>{ $ref }</b> · { $state }
    { $text }
citizen-item-received = 收到时间：{ $when }，主题“{ $theme }”。
citizen-item-state = 状态：{ $state }
citizen-item-article =
    <b>公约第 { $number } 条：{ $title }</b>
    { $text }
citizen-item-merged = 已与意思相同的 { $ref } 放在一起。
citizen-item-attention = { $kind ->
        [opinion] { $votes ->
            [0] 还没有人对它投票。
           *[other] 有 { $votes } 人对它投了票。
        }
       *[other] { $supports ->
            [0] 还没有人支持它。
           *[other] 有 { $supports } 人支持它。
        }
    }
citizen-button-withdraw = 撤回
citizen-button-withdraw-yes = 是的，撤回
citizen-withdraw-sure = 要撤回 { $ref } 吗？撤回后谁也看不到它，而且无法恢复。
citizen-withdrawn = { $ref } 已撤回。
citizen-button-trace = 🔎 追踪
citizen-trace-which = 您想追踪哪条发言？请写 /trace 加编号，例如 /trace Q-12。
citizen-trace-unknown = 没有找到这个编号的公开发言。
citizen-trace-nothing-yet = 它还没有出现在已发布的议程或摘要中。
citizen-trace-agenda = → 列入议程：<b>{ $rank }. { $title }</b>（{ $minutes } 分钟）
citizen-trace-summary = → 摘要中引用：<b>{ $section }</b>
