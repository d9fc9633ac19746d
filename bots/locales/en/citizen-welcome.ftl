# First words, consent, home menu, commands.
citizen-about = I bring your questions and opinions on the life of { $city } into its public debates. Press Start: nothing is kept of you before you agree.
citizen-about-short = Your questions and opinions for the public debates of { $city }.

citizen-menu-themes = what the city is talking about
citizen-menu-ask = ask a question
citizen-menu-opinion = give an opinion
citizen-menu-vote = vote on others’ opinions
citizen-menu-questions = read and support questions
citizen-menu-sessions = debates: dates and seats
citizen-menu-mine = what I gave and what became of it
citizen-menu-agenda = the agenda of the debate
citizen-menu-summary = the summary of what was said
citizen-menu-map = who agrees on what
citizen-menu-trace = follow one contribution
citizen-menu-language = change the language
citizen-menu-help = what I can do here
citizen-menu-privacy = what happens to my words
citizen-menu-cancel = stop what we are doing

citizen-button-themes = 🗂 Themes
citizen-button-ask = ❓ Ask a question
citizen-button-opinion = 💬 Give an opinion
citizen-button-vote = 🗳 Vote
citizen-button-questions = 🙋 Questions
citizen-button-sessions = 📅 Debates
citizen-button-mine = 📁 My contributions
citizen-button-agenda = Agenda
citizen-button-summary = Summary
citizen-button-map = Map
citizen-button-language = 🌐 Language
citizen-button-help = Help
citizen-button-home = 🏠 Menu
citizen-button-privacy = 🔒 Privacy
citizen-button-consent = ✅ I agree, let’s start
citizen-button-read-first = 👀 Have a look first

citizen-welcome =
    <b>Hello, and welcome!</b>
    Here you can put questions, give your opinion and sign up for the public debates of { $city }.
citizen-welcome-theme = You came for the theme <b>{ $theme }</b>.
citizen-privacy-short =
    🔒 <b>Before you take part</b>
    What you write is read by a moderator, then shown without your name. Nobody sees how you vote. Your Telegram account is kept sealed, only so that I can answer you. Nothing is kept before you agree.
citizen-consent-first = To take part I need your agreement first; it takes one tap. Then we carry on.
citizen-joined = Thank you, you are taking part. ✅
citizen-home =
    <b>{ $city } is listening</b>
    What would you like to do?
citizen-help = <b>What you can do here</b>
citizen-unknown-command = I do not know that command. Here is what you can do:
citizen-language = Which language shall we speak?
citizen-language-chosen = We now speak { $name }.
citizen-cancelled = Done: nothing is under way any more.
citizen-flood = That is a lot at once. Please wait a minute: what you send now is not received.
citizen-edited = What I have received stays as it was. To change it, withdraw it and write it again.
citizen-private-only = Let’s talk in private, please: tap my name and write to me there.
citizen-gone = This button no longer works. The menu shows what is possible now.
citizen-outcome-later = Your message is safely stored. It is taking a little longer than usual; you will find the result in /mine.
