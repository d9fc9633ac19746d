# Live questions.
kind-live = live question
citizen-menu-live = live questions while a debate is under way
citizen-button-live = 🙋 Live questions
citizen-button-live-ask = ✍️ Ask a question
citizen-live = { $count ->
        [0] 🙋 <b>{ $title }</b>
            No question is published yet. Ask the first one!
        [one] 🙋 <b>{ $title }</b>: one question
       *[other] 🙋 <b>{ $title }</b>: { $count } questions
    }
citizen-live-over = No question is taken now: they are open from half an hour before the debate to its end.
citizen-live-shortlisted =
    ⭐ <b>{ $ref }</b> · to be put next · 👍 { $supporters }
    { $text }
citizen-live-admitted =
    <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
citizen-live-answered =
    ✔️ <b>{ $ref }</b> · answered · 👍 { $supporters }
    { $text }
citizen-live-prompt =
    🙋 <b>{ $title }</b>
    Write your question in one message, { $least } to { $most } characters.
citizen-live-received =
    ✅ Question received: <b>{ $ref }</b>.
    Somebody reads it, then the room can see and support it. I will tell you what becomes of it.
citizen-live-none = No debate is under way. Live questions open half an hour before one begins; until then you can ask in a theme.
citizen-live-which = Several debates are under way. Which one is it about?
citizen-refused-live-closed = “{ $title }” takes no live question now: they are open from half an hour before the debate to its end.
citizen-trace-live-admitted = → Asked live in <b>{ $title }</b>
citizen-trace-live-shortlisted = → Asked live in <b>{ $title }</b>: chosen to be put next
citizen-trace-live-answered = → Asked live in <b>{ $title }</b>: answered in the room
notice-live-answered = ✔️ Your question <b>{ $ref }</b> has just been answered in “{ $title }”.
notice-live-reopened = Your question <b>{ $ref }</b> was marked as answered in “{ $title }” by mistake: it is still open.
