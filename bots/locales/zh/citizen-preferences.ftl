# /notifications，以及 /privacy 中的两项同意。
citizen-menu-notifications = 何时接收消息
citizen-menu-mydata = 保存的有关我的一切
citizen-button-notifications = 🔔 通知
citizen-button-mydata = 📦 我的数据
citizen-notifications =
    🔔 <b>您所关注内容的消息</b>
    您支持的问题、您参与的主题：{ $pace ->
        [at-once] 有消息立即告诉您，每天最多几次。
        [off] 不再告诉您。
       *[daily] 每天告诉您一次，只发一条消息，没有新消息就不发。
    }
    晚上 9 点到早上 8 点不打扰您。关于您自己的发言和座位的决定，始终会立即告诉您。
citizen-button-news-at-once = 立即
citizen-button-news-daily = 每天一次
citizen-button-news-off = 不接收
citizen-button-news-again = 🔔 恢复每天一次
citizen-notifications-ended = 好的：不再发送您所关注内容的消息。关于您自己的发言的决定仍会告诉您。您随时可以用 /notifications 更改。

citizen-privacy =
    🔒 <b>您的话会怎样处理</b>

    <b>谁负责。</b>组织这些讨论的 { $city } 市政府。
    <b>为什么。</b>在您同意的前提下，为公开讨论收集问题和意见。没有广告，不建立您的画像；消息由 Telegram 传递。
    <b>保存什么。</b>您写的内容，您的投票、支持和座位，您的语言和选择，以及密封保存的您关于自己的回答（/aboutme）。不保存您的姓名和号码；您的 Telegram 账号以密封方式保存，只用来回复您。
    <b>谁能看到什么。</b>每条发言先由审核人员阅读；如不通过，会注明所依据的公约条款。通过的内容不带您的姓名，只以 Q-12 这样的编号显示。您的投票是保密的：任何人，包括审核人员，都看不到谁投了什么。
    <b>保存多久。</b>与讨论及其公开记录保存的时间相同，或直到您将其删除。发给您的消息一经发出，内容即被清空。
    <b>您的权利。</b>您可以随时、无需理由：查看保存的全部内容（/mydata）、撤回发言（/mine）、选择接收什么（/notifications）、删除一切（/forget）。您也可以向您所在国家的数据保护机构投诉。
citizen-privacy-town-hall = <b>联系方式。</b>{ $city } 市政府：请找负责数据保护的工作人员。
citizen-privacy-model = <b>语言模型</b>（{ $model }）可能会改写和翻译摘要。它只会收到已公布的文字，其中的个人数据已遮盖，也不知道是谁写的。
citizen-privacy-contact = <b>联系方式。</b>{ $contact }
citizen-consents =
    <b>您已同意的事项</b>
    ✅ 参与讨论。要撤回这项同意，请选择全部删除。
    { $contact ->
        [yes] ✅ 以后再次联系我，并参加市民小组的抽签。
       *[no] ◻️ 以后再次联系我，并参加市民小组的抽签：您没有同意。
    }
citizen-button-contact-yes = ✉️ 可以再次联系我
citizen-button-contact-no = ✖️ 不要再联系我
citizen-contact-ask = <i>还有一件事，完全由您决定：我们以后可以再次联系您，并在抽签组成市民小组时把您算进去吗？点一下表示同意；什么都不做表示不同意。随时可以在 /privacy 中更改。</i>
citizen-contact-allowed = 谢谢！我们以后可以再次联系您，您也可能被抽中加入市民小组。每一次您都可以拒绝。
citizen-contact-withdrawn = 好的：我们不会再联系您，您也不会进入任何抽签。您的发言保持不变。如您填写过关于自己的回答，也已删除。
