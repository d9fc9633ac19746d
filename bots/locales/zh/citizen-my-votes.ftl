# 投票中的休息，以及自己的投票。
citizen-vote-rest = 🌿 <b>已完成 { $done } 条，谢谢！</b>您可以继续这一条，看看自己的立场，或者今天先到这里：其余的会等着您。
citizen-button-vote-enough = 🌙 今天先到这里
citizen-vote-enough = 🌙 谢谢，今天已经很多了！您的投票都已计入。其余的观点会等着您：用 /vote 从停下的地方继续。
citizen-button-my-votes = 🗳 我的投票
citizen-my-votes = <b>您的投票</b>（{ $count }）· 只有您能看到
citizen-my-votes-none = 您还没有投过票。您的投票只有您自己能看到。
citizen-my-vote =
    <b>{ $ref }</b> · { $vote }
    { $text }
citizen-my-vote-gone = <b>{ $ref }</b> · { $vote } · 这条观点已不再显示
citizen-my-vote-open = 您的投票：<b>{ $vote }</b>。投票结束前可以更改。
citizen-my-vote-closed = 您的投票：<b>{ $vote }</b>。这里的投票已结束，不能再更改。
citizen-button-take-vote-back = ↩ 撤回我的投票
