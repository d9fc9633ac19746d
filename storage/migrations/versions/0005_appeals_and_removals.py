"""Appeals, removals, contributions that say another anew, and those that were entered for somebody."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "appeal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("contribution", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("lodged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decision_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("article", sa.Integer(), nullable=True),
        sa.Column("against", sa.Uuid(), nullable=True),
        sa.Column("beside", sa.Uuid(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_appeal_contribution", "appeal", ["contribution"], unique=False)
    op.create_index("ix_appeal_outcome", "appeal", ["outcome"], unique=False)
    op.create_table(
        "removal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("contribution", sa.Uuid(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("requested_by", sa.Uuid(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("admitted_by", sa.Uuid(), nullable=True),
        sa.Column("admitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_removal_contribution", "removal", ["contribution"], unique=False)
    op.add_column("contribution", sa.Column("amends", sa.Uuid(), nullable=True))
    op.create_index("ix_contribution_amends", "contribution", ["amends"], unique=False)
    op.add_column("contribution", sa.Column("entered_by", sa.Uuid(), nullable=True))


def downgrade() -> None:
    op.drop_index("ix_contribution_amends", "contribution")
    op.drop_column("contribution", "entered_by")
    op.drop_column("contribution", "amends")
    op.drop_table("removal")
    op.drop_table("appeal")
