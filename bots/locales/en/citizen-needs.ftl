# What people need to take part.
citizen-button-need = 🤝 I need something to take part
citizen-button-need-drop = I need nothing any more
citizen-need-prompt =
    <b>{ $title }</b>
    What do you need to take part? For example: room for a wheelchair, sign language, somebody to look after your child. Write it in one message, { $most } characters at most.

    Only those who organise this debate read it. It is deleted a week after the debate.
citizen-need-said = You wrote: { $text }
citizen-need-noted = 🤝 Noted: those who organise the debate will read it. You can change it here at any time.
citizen-need-dropped = Done: what you wrote is deleted.
citizen-refused-no-need = You had asked for nothing in this debate, or it is deleted already.
