citizen-ask-prompt =
    ❓ <b>{ $theme }</b>
    Write your question in one message, { $least } to { $most } characters.
citizen-opinion-prompt =
    💬 <b>{ $theme }</b>
    Write your opinion in one message, { $least } to { $most } characters. One idea at a time, so that others can vote on it.
citizen-slip-empty = I find no words in this message. Please write a sentence that others can understand.
citizen-slip-short = That is a little short: { $length } of at least { $least } characters. Add a few words and send it again.
citizen-slip-long = That is { $over } { $over ->
        [one] character
       *[other] characters
    } too long ({ $length } of at most { $most }). Shorten it and send it again, or split it in two.
citizen-slip-piled = This message holds many characters that nobody sees, or that pile up on each other. Please write it again in plain letters.
citizen-near-question = This has perhaps been asked already. Would you like to support it instead?
citizen-near-own = You have already sent almost the same. Here it is:
citizen-near-opinion = This has perhaps been said already. Would you like to vote on it instead?
citizen-quoted =
    <b>{ $ref }</b>
    { $text }
citizen-button-support = 👍 Support { $ref }
citizen-button-unsupport = ✓ { $ref } supported — undo
citizen-button-vote-on = 🗳 Vote on { $ref }
citizen-button-keep-mine = Keep mine
citizen-draft-gone = This text is no longer here. Please write it again with /ask or /opinion.
citizen-received = { $kind ->
        [opinion] ✅ Opinion received: <b>{ $ref }</b>.
        [question] ✅ Question received: <b>{ $ref }</b>.
       *[other] ✅ Received: <b>{ $ref }</b>.
    }
    A moderator will read it; I will tell you what becomes of it.
citizen-button-see = 📄 { $ref }
citizen-what-is-this = What would you like to do with this message?
citizen-button-as-question = ❓ A question
citizen-button-as-opinion = 💬 An opinion
citizen-button-neither = Neither
citizen-left-alone = Fine: I have kept nothing of it.
citizen-text-gone = I can no longer see that message. Please write it again with /ask or /opinion.

citizen-refused-unknown-theme = I do not know this theme. You find the open ones in /themes.
citizen-refused-phase = In “{ $theme }” this is not possible now ({ $phase }).
citizen-refused-length = The text has { $length } characters; it must have { $least } to { $most }.
citizen-refused-empty = I find no words in this message. Please write a sentence that others can understand.
citizen-refused-unknown-contribution = This contribution is not there any more.
citizen-refused-decided = { $ref } is already: { $state }.
citizen-refused-unknown-session = I do not know this debate. You find the coming ones in /sessions.
citizen-refused-past = “{ $title }” has already begun.
citizen-refused-cancelled = “{ $title }” is cancelled. The coming debates are in /sessions.
citizen-refused-no-seat = You have no seat in “{ $title }”. You can ask for one in /sessions.
