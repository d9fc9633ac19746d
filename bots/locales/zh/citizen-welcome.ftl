# First words, consent, home menu, commands.
citizen-about = 我把您对 { $city } 生活的问题和意见带进公共讨论。请点“开始”：在您同意之前，不会保留您的任何信息。
citizen-about-short = 把您的问题和意见带进 { $city } 的公共讨论。

citizen-menu-themes = 本市正在讨论的主题
citizen-menu-ask = 提一个问题
citizen-menu-opinion = 发表意见
citizen-menu-vote = 对他人的意见投票
citizen-menu-questions = 阅读并支持问题
citizen-menu-sessions = 讨论会：时间和名额
citizen-menu-mine = 我的发言及其后续
citizen-menu-agenda = 讨论的议程
citizen-menu-summary = 大家所说内容的摘要
citizen-menu-map = 谁在哪些事上意见一致
citizen-menu-trace = 追踪一条发言
citizen-menu-language = 更换语言
citizen-menu-help = 我在这里能做什么
citizen-menu-privacy = 我写的内容会怎样处理
citizen-menu-cancel = 停止正在进行的操作

citizen-button-themes = 🗂 主题
citizen-button-ask = ❓ 提问
citizen-button-opinion = 💬 发表意见
citizen-button-vote = 🗳 投票
citizen-button-questions = 🙋 问题
citizen-button-sessions = 📅 讨论会
citizen-button-mine = 📁 我的发言
citizen-button-agenda = 议程
citizen-button-summary = 摘要
citizen-button-map = 地图
citizen-button-language = 🌐 语言
citizen-button-help = 帮助
citizen-button-home = 🏠 菜单
citizen-button-privacy = 🔒 隐私
citizen-button-consent = ✅ 我同意，开始吧
citizen-button-read-first = 👀 先看看

citizen-welcome =
    <b>您好，欢迎您！</b>
    在这里，您可以提问、发表意见，并报名参加 { $city } 的公共讨论会。
citizen-welcome-theme = 您是为主题 <b>{ $theme }</b> 而来。
citizen-privacy-short =
    🔒 <b>参与之前</b>
    您写的内容先由审核人员阅读，然后不带姓名展示。没有人能看到您怎样投票。您的 Telegram 账号会封存保管，只用于回复您。在您同意之前，不会保留任何内容。
citizen-consent-first = 参与之前，需要先得到您的同意：点一下就好，然后我们继续。
citizen-joined = 谢谢您的参与。✅
citizen-home =
    <b>{ $city } 在听您说</b>
    您想做什么？
citizen-help = <b>您在这里可以做的事</b>
citizen-unknown-command = 我不认识这个命令。您可以做这些事：
citizen-language = 我们用哪种语言交流？
citizen-language-chosen = 现在我们使用：{ $name }。
citizen-cancelled = 好的，没有正在进行的操作了。
citizen-flood = 一下子太多了。请稍等一分钟：您现在发送的内容不会被接收。
citizen-edited = 我收到的内容保持原样。如要修改，请先撤回，再重新写。
citizen-private-only = 请和我私聊：点我的名字，在那里写给我。
citizen-gone = 这个按钮已经失效。菜单会显示现在可以做什么。
citizen-outcome-later = 您的消息已妥善保存。这次比平时稍慢一些；结果请在 /mine 查看。
