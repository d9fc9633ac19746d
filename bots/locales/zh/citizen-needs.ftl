# 参加讨论会所需要的帮助。
citizen-button-need = 🤝 我需要一些帮助才能参加
citizen-button-need-drop = 我不再需要帮助
citizen-need-prompt =
    <b>{ $title }</b>
    您需要什么帮助才能参加？例如：轮椅位置、手语翻译、有人照看孩子。请用一条消息写下来，最多 { $most } 个字。

    只有组织这次讨论会的人会读到。讨论会结束一周后即删除。
citizen-need-said = 您写过：{ $text }
citizen-need-noted = 🤝 已记下：组织讨论会的人会读到。您可以随时在这里修改。
citizen-need-dropped = 好的，您写的内容已删除。
citizen-refused-no-need = 您没有为这次讨论会提出需求，或者内容已经删除。
