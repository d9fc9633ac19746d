# Le sujet d’une contribution.
citizen-topic = → Sujet { $number } : <b>{ $title }</b>
citizen-topic-words = On y parle de : { $words }
