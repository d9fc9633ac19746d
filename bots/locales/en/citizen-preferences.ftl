# /notifications, and the two consents in /privacy.
citizen-menu-notifications = when I am told news
citizen-menu-mydata = everything that is stored about me
citizen-button-notifications = 🔔 Notifications
citizen-button-mydata = 📦 My data
citizen-notifications =
    🔔 <b>News of what you follow</b>
    The questions you support, the themes you take part in: { $pace ->
        [at-once] you are told at once, a few times a day at most.
        [off] you are told nothing.
       *[daily] you are told once a day, in one message, and only if there is something to tell.
    }
    From 9 in the evening until 8 in the morning it stays quiet. What is decided about your own contributions, and about your seats, is always told at once.
citizen-button-news-at-once = At once
citizen-button-news-daily = Once a day
citizen-button-news-off = Not at all
citizen-button-news-again = 🔔 Once a day again
citizen-notifications-ended = Noted: no more news of what you follow. What is decided about your own contributions will still reach you. You can change it at any time with /notifications.

citizen-privacy =
    🔒 <b>What happens to your words</b>

    <b>Who is responsible.</b> The city of { $city }, which organises these debates.
    <b>Why.</b> To gather questions and opinions for public debates, because you agree to it. No advertising, no profile of you; Telegram carries the messages.
    <b>What is kept.</b> What you write, your votes, supports and seats, your language, your choices and, sealed, what you say about yourself (/aboutme). Your name and your number are not; your Telegram account is kept sealed and serves only to answer you.
    <b>Who sees what.</b> A moderator reads each contribution first; a refusal names the article of the charter it rests on. What is admitted is shown without your name, under a reference such as Q-12. Your votes are secret: nobody, not even a moderator, can see who voted what.
    <b>How long.</b> As long as the debates and their public record are kept, or until you erase it. Messages to you are emptied as soon as they are sent.
    <b>Your rights.</b> At any time, without giving a reason: read all that is stored (/mydata), take something back (/mine), choose what you are told (/notifications), erase everything (/forget). You may also complain to your country’s data protection authority.
citizen-privacy-town-hall = <b>Contact.</b> The town hall of { $city }: ask for whoever is in charge of data protection.
citizen-privacy-model = <b>A language model</b> ({ $model }) may reword and translate summaries. It is given published texts only, with personal data masked, and is not told who wrote them.
citizen-privacy-contact = <b>Contact.</b> { $contact }
citizen-consents =
    <b>What you have agreed to</b>
    ✅ Taking part in the debates. To withdraw this, erase everything.
    { $contact ->
        [yes] ✅ Being contacted again, and drawn by lot for a citizens’ panel.
       *[no] ◻️ Being contacted again, and drawn by lot for a citizens’ panel: you have not agreed.
    }
citizen-button-contact-yes = ✉️ You may contact me again
citizen-button-contact-no = ✖️ Contact me no more
citizen-contact-ask = <i>One more thing, entirely up to you: may we contact you again later, and include you when a citizens’ panel is drawn by lot? One tap says yes; doing nothing means no. You can change it in /privacy.</i>
citizen-contact-allowed = Thank you! We may contact you again, and you may be drawn for a citizens’ panel. You are free to refuse each time.
citizen-contact-withdrawn = Noted: we will not contact you again, and you are in no draw. Your contributions stay as they are. Anything you had said about yourself is erased.
